package dev.podium.contracts.topic;

import java.time.Duration;
import java.util.List;

/**
 * The topics, declared once: their names, partitions, clean-up and what every client must allow.
 */
public final class Topics {

  /** Pages, byte for byte as fetched: ingest to parse. */
  public static final String PAGES = "briefing.pages.v1";

  /** Briefings: parse to index, ingest and downstream. */
  public static final String BRIEFINGS = "briefing.briefings.v1";

  /** Changes: index to gateway and downstream. */
  public static final String CHANGES = "briefing.changes.v1";

  /** What parse-service could not read. */
  public static final String PAGES_DEAD_LETTERS = "briefing.pages.v1.parse.dlq";

  /** What index-service could not index. */
  public static final String BRIEFINGS_DEAD_LETTERS = "briefing.briefings.v1.index.dlq";

  /** Partitions of each topic in production; fixed, since keys stay where they are. */
  public static final int PARTITIONS = 12;

  /** Partitions on the local stack. */
  public static final int LOCAL_PARTITIONS = 6;

  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration YEAR = Duration.ofDays(365);

  /** All of them. */
  public static final List<Topic> ALL =
      List.of(
          new Topic(PAGES, Cleanup.DELETE, MONTH),
          new Topic(BRIEFINGS, Cleanup.COMPACT, null),
          new Topic(CHANGES, Cleanup.DELETE, MONTH),
          new Topic(PAGES_DEAD_LETTERS, Cleanup.DELETE, YEAR),
          new Topic(BRIEFINGS_DEAD_LETTERS, Cleanup.DELETE, YEAR));

  /**
   * A topic.
   *
   * @param retention null for a compacted one
   */
  public record Topic(String name, Cleanup cleanup, Duration retention) {}

  /** How a topic forgets. */
  public enum Cleanup {
    DELETE,
    COMPACT
  }

  private Topics() {}
}
