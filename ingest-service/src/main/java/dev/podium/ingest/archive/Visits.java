package dev.podium.ingest.archive;

import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.util.Optional;

/** What the frontier knows of a page. */
public interface Visits {

  /** When and why a page is fetched; empty for one that no listing has linked. */
  Optional<Visit> of(String page);

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
