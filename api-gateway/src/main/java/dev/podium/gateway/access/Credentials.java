package dev.podium.gateway.access;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the credential of a request. */
final class Credentials {

  static final String KEY_HEADER = "X-API-Key";
  static final String HEADER = "Authorization";

  /** RFC 6750; the scheme's case does not matter. */
  private static final Pattern BEARER =
      Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*) *", Pattern.CASE_INSENSITIVE);

  private static final Pattern TOKEN = Pattern.compile(" *([A-Za-z0-9._~+/-]+=*) *");

  /**
   * The credential, or empty where there is none.
   *
   * @throws CredentialException if there are several, or one in another form
   */
  static Optional<String> of(MultiMap headers) throws CredentialException {
    List<String> found = new ArrayList<>();
    for (String value : headers.getAll(HEADER)) {
      found.add(token(BEARER, value, HEADER + " is not like \"Bearer KEY\""));
    }
    for (String value : headers.getAll(KEY_HEADER)) {
      found.add(token(TOKEN, value, KEY_HEADER + " holds no key"));
    }
    if (found.size() > 1) {
      throw CredentialException.twice();
    }
    return found.stream().findFirst();
  }

  private static String token(Pattern form, String value, String otherwise)
      throws CredentialException {
    Matcher matcher = form.matcher(value);
    if (!matcher.matches()) {
      throw CredentialException.invalid("the header " + otherwise);
    }
    return matcher.group(1);
  }

  private Credentials() {}
}
