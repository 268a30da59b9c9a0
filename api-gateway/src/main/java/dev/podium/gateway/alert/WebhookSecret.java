package dev.podium.gateway.alert;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a webhook's messages are signed with, as Standard Webhooks has it: {@code whsec_} and 24 to
 * 64 bytes in base64.
 */
final class WebhookSecret {

  private static final String PREFIX = "whsec_";
  private static final Pattern FORM = Pattern.compile(PREFIX + "([A-Za-z0-9+/]+={0,2})");
  private static final int BYTES = 32;
  private static final int LEAST = 24;
  private static final int MOST = 64;
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  private WebhookSecret(byte[] key) {
    this.key = key;
  }

  /** A new one. */
  static WebhookSecret random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return new WebhookSecret(key);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException saying what is wrong, without repeating it
   */
  static WebhookSecret parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      byte[] key = decoded(matcher.group(1));
      if (key.length >= LEAST && key.length <= MOST) {
        return new WebhookSecret(key);
      }
    }
    throw new IllegalArgumentException(
        "it is not whsec_ and " + LEAST + " to " + MOST + " bytes in base64");
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** The signature of a message, for the header {@code webhook-signature}. */
  String sign(String messageId, Instant time, String body) {
    String signed = messageId + '.' + time.getEpochSecond() + '.' + body;
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** As it is shown to its owner. */
  String text() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** Never the secret itself. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
