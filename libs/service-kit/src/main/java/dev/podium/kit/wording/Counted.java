package dev.podium.kit.wording;

/** Numbers of things, in words for people. */
public final class Counted {

  /**
   * So many of a thing: {@code 1 link}, {@code 2 links}.
   *
   * @param thing one of them, a noun whose plural ends in s
   */
  public static String of(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  private Counted() {}
}
