package dev.podium.contracts.identity;

import dev.podium.contracts.event.MalformedEventException;

/**
 * The record key of {@code briefing.briefings.v1}, {@code id/version}. Records are partitioned by
 * the id alone, so that a briefing's versions keep their order.
 */
public record BriefingKey(String briefingId, long version) {

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
    try {
      return new BriefingKey(key.substring(0, slash), Long.parseLong(key.substring(slash + 1)));
    } catch (NumberFormatException e) {
      throw new MalformedEventException("the key's version is no number: " + key, e);
    }
  }

  @Override
  public String toString() {
    return briefingId + '/' + version;
  }
}
