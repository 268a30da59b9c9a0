package dev.podium.index.document;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a briefing document knows of one exchange that the page has or had.
 *
 * @param version of the last revision that has the exchange: with the id it names the history
 *     document of its last text
 * @param until of the first revision after it, which has it no more; null while live
 * @param replacedBy id of the exchange that it was reworded to, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExchangeEntry(String id, Status status, long version, Long until, String replacedBy) {

  public static ExchangeEntry live(String id, long version) {
    return new ExchangeEntry(id, Status.LIVE, version, null, null);
  }

  /**
   * One that the page has no more.
   *
   * @param replacedBy null if nothing took its place
   */
  public static ExchangeEntry past(String id, long version, long until, String replacedBy) {
    Status status = replacedBy == null ? Status.WITHDRAWN : Status.REWORDED;
    return new ExchangeEntry(id, status, version, until, replacedBy);
  }

  public boolean live() {
    return status == Status.LIVE;
  }
}
