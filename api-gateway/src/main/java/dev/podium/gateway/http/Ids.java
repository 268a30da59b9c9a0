package dev.podium.gateway.http;

import java.util.regex.Pattern;

/** Ids of briefings and exchanges. */
public final class Ids {

  /** An exchange of the local stack's sample site, so that examples answer as they stand. */
  public static final String SAMPLE_EXCHANGE = "qno56l5x5o2jxvc5";

  /** The briefing that it is from. */
  public static final String SAMPLE_BRIEFING = "mncpdnkz5nmjpt4y";

  private static final Pattern ID = Pattern.compile("[a-z2-7]{16}");

  /** Whether it can be an id; anything else need not be looked for. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private Ids() {}
}
