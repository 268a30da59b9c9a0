package dev.podium.parse.briefing;

/**
 * The parser's release. Any change of code, dialect or registry that alters a golden page's
 * briefing raises it; a rollback ships a higher one, too.
 */
public final class ParserRelease {

  public static final int NUMBER = 5;

  private ParserRelease() {}
}
