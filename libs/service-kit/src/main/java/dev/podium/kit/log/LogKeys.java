package dev.podium.kit.log;

/** The key names of structured log lines (MDC), the same in every service. */
public final class LogKeys {

  public static final String SOURCE = "source";
  public static final String URL = "url";
  public static final String BRIEFING = "briefing";
  public static final String TOPIC = "topic";
  public static final String PARTITION = "partition";
  public static final String OFFSET = "offset";

  private LogKeys() {}
}
