package dev.podium.contracts.identity;

import dev.podium.contracts.event.MalformedEventException;
import java.util.regex.Pattern;

/**
 * The record key of {@code briefing.briefings.v1}, {@code id/version}. Records are partitioned by
 * the id alone, so that a briefing's versions keep their order.
 */
public record BriefingKey(String briefingId, long version) {

  // Below 2^53 there are at most 16 digits.
  private static final Pattern VERSION = Pattern.compile("0|[1-9][0-9]{0,15}");

  /**
   * Reads a record key.
   *
   * @throws MalformedEventException if it is none
   */
  public static BriefingKey parse(String key) {
    int slash = key == null ? -1 : key.indexOf('/');
    if (slash <= 0) {
      throw new MalformedEventException("the key is not id/version: " + key);
    }
    return new BriefingKey(key.substring(0, slash), version(key, slash + 1));
  }

  // Compaction compares keys byte by byte, so that a number has only one spelling here.
  private static long version(String key, int start) {
    String digits = key.substring(start);
    if (!VERSION.matcher(digits).matches()) {
      throw new MalformedEventException("the key's version is no number: " + key);
    }
    return Long.parseLong(digits);
  }

  @Override
  public String toString() {
    return briefingId + '/' + version;
  }
}
