package dev.podium.ingest.archive;

import java.util.Locale;

/**
 * What became of a revision.
 *
 * @param text the same in words, for people
 */
public record RevisionOutcome(String code, String text) {

  /** What can become of one. */
  public enum Code {
    /** On its way to the parser, or read by it just now. */
    PENDING,
    /** A briefing. */
    BRIEFING,
    /** Read, and no briefing. */
    REJECTED,
    /** Could not be read, indexed or published. */
    DEAD_LETTER,
    /** A briefing, some exchanges of which could not be indexed. */
    INCOMPLETE,
    /** The page was gone. */
    GONE,
    /** Other bytes, same text as before: not published. */
    UNCHANGED,
    /** Deleted on request. */
    ERASED;

    /** The word in JSON. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
