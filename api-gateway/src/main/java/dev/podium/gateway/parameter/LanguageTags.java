package dev.podium.gateway.parameter;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Languages as callers write them. */
public final class LanguageTags {

  // Longer ones are registered for languages that need none or reserved.
  private static final Pattern SHORT_PRIMARY = Pattern.compile("[A-Za-z]{2,3}(-.*)?");

  /** The tag in its usual spelling, or empty if it is no BCP 47 tag. */
  public static Optional<String> canonical(String tag) {
    if (!SHORT_PRIMARY.matcher(tag).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  private LanguageTags() {}
}
