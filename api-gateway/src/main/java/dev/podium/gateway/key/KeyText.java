package dev.podium.gateway.key;

import dev.podium.kit.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a key looks like: {@code podium_ID_SECRET}, the id public, the secret 256 random bits and
 * more. The prefix lets scanners for leaked secrets find it.
 */
final class KeyText {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int ID_LENGTH = 12;
  private static final int SECRET_LENGTH = 52;
  private static final Pattern FORM =
      Pattern.compile("podium_([a-z2-7]{%d})_[a-z2-7]{%d}".formatted(ID_LENGTH, SECRET_LENGTH));
  private static final Pattern ID = Pattern.compile("[a-z2-7]{" + ID_LENGTH + "}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A key that nobody has. */
  static String fresh() {
    return "podium_" + random(ID_LENGTH) + '_' + random(SECRET_LENGTH);
  }

  /** The id within a key, or empty if it has not the form of one. */
  static Optional<String> id(String key) {
    Matcher matcher = FORM.matcher(key);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Whether it can be an id. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * What is kept of a key. A fast hash, since nobody can try 2^256 secrets however fast; a slow one
   * is for what people choose, and would cost every request as much as a search.
   */
  static byte[] hash(String key) {
    return Sha256.of(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String random(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private KeyText() {}
}
