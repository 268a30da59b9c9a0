package dev.podium.ingest.source;

import dev.podium.kit.pattern.MeteredText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which links of a listing are briefings. Patterns are looked for anywhere in the canonical
 * address, so one that means the whole of it says so with {@code ^} and {@code $}.
 */
public record LinkRules(List<Pattern> include, List<Pattern> exclude) {

  /** Many times what honest rules need for the longest address. */
  private static final int STEPS = 50_000;

  public LinkRules {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** Whether an address, in its canonical spelling, is one of the source's pages. */
  public boolean takes(String canonicalUrl) {
    return verdict(canonicalUrl).taken();
  }

  /**
   * What the rules say of an address, in its canonical spelling. Rules that would run long on it
   * are given up, and do not take it.
   */
  public Verdict verdict(String canonicalUrl) {
    MeteredText address = new MeteredText(canonicalUrl, STEPS);
    try {
      Pattern including = finding(include, address);
      if (including == null) {
        return new Verdict(false, null, "no include rule matches");
      }
      Pattern excluding = finding(exclude, address);
      return excluding == null
          ? new Verdict(true, including.pattern(), "an include rule matches")
          : new Verdict(false, excluding.pattern(), "an exclude rule matches");
    } catch (MeteredText.TooManyStepsException | StackOverflowError e) {
      return new Verdict(false, null, "the rules take too many steps on it");
    }
  }

  private static Pattern finding(List<Pattern> patterns, MeteredText address) {
    return patterns.stream()
        .filter(pattern -> pattern.matcher(address).find())
        .findFirst()
        .orElse(null);
  }

  /**
   * What the rules say of an address.
   *
   * @param rule that decided, or null where none did
   * @param reason in words
   */
  public record Verdict(boolean taken, String rule, String reason) {}
}
