package dev.podium.local.stack;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets that programs tell each other. */
final class Secrets {

  private static final int BYTES = 32;

  /** One that nobody can guess, in characters that fit a header and a shell. */
  static String random() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private Secrets() {}
}
