package dev.podium.ingest.archive;

import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.util.Optional;

/** What the frontier knows of a page. */
public interface Visits {

  /** What is known of a page; empty for one that no listing has linked. */
  Optional<Visited> of(String page);

  /** The page is never fetched again; in the caller's transaction. */
  void end(String page);

  /**
   * A page that a listing has linked, whether it could be fetched yet or not.
   *
   * @param url canonical
   */
  record Visited(String url, String source, Visit visit) {}

  /**
   * When and why a page is fetched.
   *
   * @param reason the state in words
   * @param robots what robots.txt says of the page, or null before it was asked
   * @param lastAt the last attempt, or null
   * @param dueAt not before this
   */
  record Visit(
      String state,
      String reason,
      String robots,
      @UtcMillis Instant lastAt,
      @UtcMillis Instant dueAt) {}
}
