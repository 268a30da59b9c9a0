package dev.podium.truth;

import java.util.Locale;

/** What a briefing is held to. */
public enum Aspect {
  /** Expected pairs, verbatim. */
  PAIRS,
  /** The number of questions. */
  COUNTS,
  TITLES,
  /** Of the briefing, and of its publication. */
  DATES,
  /** Each in the mouth of the side that said it; an asker's begins a question. */
  TURNS,
  /** What a briefing promises of its own segments and leftovers. */
  PROMISES;

  /** The word for people. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
