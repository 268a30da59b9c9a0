package dev.podium.contracts.topic;

/**
 * The headers that a dead letter has beside those of its source record. The names are the contract;
 * the values are UTF-8.
 */
public final class DeadLetterHeaders {

  /** Which service gave up: {@code parse} or {@code index}. */
  public static final String SERVICE = "dlq_service";

  /** Why, for programs: stable, lower case with hyphens. */
  public static final String CODE = "dlq_code";

  /** Why, for people. */
  public static final String TEXT = "dlq_text";

  /** The source record's topic. */
  public static final String TOPIC = "dlq_topic";

  /** The source record's partition. */
  public static final String PARTITION = "dlq_partition";

  /** The source record's offset. */
  public static final String OFFSET = "dlq_offset";

  /** The source record's timestamp, in milliseconds since 1970. */
  public static final String TIMESTAMP = "dlq_timestamp";

  /** When the service gave up: RFC 3339, UTC. */
  public static final String AT = "dlq_at";

  /** Ids of the exchanges that failed, by comma; absent where the whole record failed. */
  public static final String EXCHANGES = "dlq_exchanges";

  /**
   * Only on a record without value that is no dead letter, but says that one of the same partition
   * was processed again: its offset.
   */
  public static final String REPLAYED = "dlq_replayed";

  /** Beside {@link #REPLAYED}, what came of it: {@code done} or {@code rejected}. */
  public static final String RESULT = "dlq_result";

  /**
   * Only on a record without value that is no dead letter, but says that its page was erased, or an
   * exchange of it, and so hides all letters of the page: the id of the page.
   */
  public static final String ERASED = "dlq_erased";

  private DeadLetterHeaders() {}
}
