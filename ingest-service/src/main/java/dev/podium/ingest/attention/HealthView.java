package dev.podium.ingest.attention;

import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.util.List;

/**
 * How a source does.
 *
 * @param fetched whether its pages are fetched at all
 * @param lastSuccess the last look that found something readable, or null
 * @param nextFetch not before this, or null where there is nothing to fetch
 * @param lagSeconds how long the oldest of what is due has waited
 * @param entries listings and pages
 * @param due what waits for its turn
 * @param unseen what was never fetched
 * @param failing what could not be fetched the last time
 * @param lastBriefing when the last new briefing was found, or null
 * @param nextBriefing when the next one is due, or null where nobody knows
 * @param visits of the last day
 * @param errors what went wrong in the last day, the most frequent first
 * @param hosts that it is fetched from
 * @param alarms that are raised
 */
record HealthView(
    String source,
    boolean fetched,
    @UtcMillis Instant lastSuccess,
    @UtcMillis Instant nextFetch,
    long lagSeconds,
    long entries,
    long due,
    long unseen,
    long failing,
    @UtcMillis Instant lastBriefing,
    @UtcMillis Instant nextBriefing,
    long visits,
    List<VisitLog.ErrorCount> errors,
    List<HostView> hosts,
    List<AlarmView> alarms) {

  HealthView {
    errors = List.copyOf(errors);
    hosts = List.copyOf(hosts);
    alarms = List.copyOf(alarms);
  }

  /**
   * A host.
   *
   * @param state {@code closed} while it is asked, {@code open} while it is left alone, {@code
   *     probing} while one request finds out whether it is back
   * @param since the first of its failures in a row, or null
   * @param reason the last of them, or null
   * @param distrust why its 304s are not believed, or null where they are
   */
  record HostView(
      String name,
      String state,
      int failures,
      @UtcMillis Instant since,
      String reason,
      @UtcMillis Instant nextAt,
      String distrust) {

    static HostView of(CrawlState.HostState host) {
      return new HostView(
          host.name(),
          host.state().code(),
          host.failures(),
          host.since(),
          host.reason(),
          host.nextAt(),
          host.distrust());
    }
  }

  /** An alarm that is raised. */
  record AlarmView(String source, String kind, @UtcMillis Instant since, String text) {

    static AlarmView of(Alarm alarm) {
      return new AlarmView(alarm.source(), alarm.kind().code(), alarm.since(), alarm.text());
    }
  }

  record AlarmList(List<AlarmView> items, long total, boolean totalExact, String next) {}
}
