package dev.podium.ingest.frontier;

import dev.podium.ingest.archive.Header;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What came of a visit. */
sealed interface VisitResult {

  /** The word under which it is counted. */
  default String code() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Nothing new. */
  record Unchanged(String reason) implements VisitResult {}

  /** A 304, which the next request checks. */
  record Doubted() implements VisitResult {}

  /**
   * Something new.
   *
   * @param reason what, in words
   */
  record Changed(String reason) implements VisitResult {}

  /** A redirect, to be fetched in the turn of its own host. */
  record Hop(String address, String host) implements VisitResult {}

  /**
   * The page was not there.
   *
   * @param headers of the answer, as received
   */
  record Missing(int status, List<Header> headers) implements VisitResult {

    public Missing {
      headers = List.copyOf(headers);
    }
  }

  /** The host asks for patience; null where it does not say how much. */
  record Throttled(int status, Duration retryAfter) implements VisitResult {}

  /** The host did not answer, or not in a way that could be read. */
  record Failed(String reason) implements VisitResult {}

  /** The page answered, and cannot be taken as it is. */
  record Refused(String reason) implements VisitResult {}

  /** The robots.txt forbids it. */
  record Disallowed(String reason) implements VisitResult {}

  /** The turn was spent on robots.txt; the entry itself comes next. */
  record RobotsRead() implements VisitResult {}

  /**
   * The turn was spent on a robots.txt that did not answer.
   *
   * @param pause until it may be asked again
   */
  record RobotsFailed(String reason, Duration pause) implements VisitResult {}

  /** Whether the page may be fetched is not known for now. */
  record RobotsUnknown(String reason) implements VisitResult {}
}
