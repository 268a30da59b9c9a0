package dev.podium.gateway.http;

import java.util.regex.Pattern;

/** Ids of briefings and exchanges. */
public final class Ids {

  private static final Pattern ID = Pattern.compile("[a-z2-7]{16}");

  /** Whether it can be an id; anything else need not be looked for. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private Ids() {}
}
