package dev.podium.ingest.archive;

import java.time.Instant;
import java.util.Objects;

/**
 * What becomes of a capture between its neighbours in order of capture.
 *
 * @param kind how it relates to the one before
 * @param repeatPrevious whether the content before it was seen again later, and so must stand after
 *     it as a revision of its own
 * @param publishNext whether the one after it, until now a mere change of bytes, becomes an edit
 */
record Placement(Kind kind, boolean repeatPrevious, boolean publishNext) {

  enum Kind {
    /** The very content of the one before: seen again, no revision. */
    SAME,
    /** Other bytes, same visible text: recorded, not published. */
    BYTES_ONLY,
    /** Another content: a revision that is published. */
    REVISION
  }

  /**
   * A revision as far as its neighbours care.
   *
   * @param sha256 null where the page was gone
   * @param textSha256 null where the page was gone
   * @param seenAt the last look that found it
   */
  record Neighbour(String sha256, String textSha256, Instant seenAt, boolean published) {

    boolean same(String otherSha256) {
      return Objects.equals(sha256, otherSha256);
    }

    boolean sameText(String otherTextSha256) {
      return textSha256 != null && textSha256.equals(otherTextSha256);
    }
  }

  /**
   * Places a capture.
   *
   * @param previous the latest revision before the capture, or null
   * @param next the earliest revision after the capture, or null
   */
  static Placement of(
      Neighbour previous, Neighbour next, Instant time, String sha256, String textSha256) {
    if (previous != null && previous.same(sha256)) {
      return new Placement(Kind.SAME, false, false);
    }
    if (previous != null && previous.sameText(textSha256)) {
      return new Placement(Kind.BYTES_ONLY, false, false);
    }
    boolean repeat = previous != null && previous.seenAt().isAfter(time);
    boolean wakesNext = next != null && !next.published() && !repeat && !next.sameText(textSha256);
    return new Placement(Kind.REVISION, repeat, wakesNext);
  }
}
