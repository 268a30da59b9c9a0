package dev.podium.ingest.attention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the frontier knows of sources as a whole. */
public interface CrawlState {

  /** When the latest briefings of a source were found: those as new as the last one, or nearly. */
  Arrivals arrivals(String source);

  /** How much of a source there is to fetch. */
  Counts counts(String source);

  /** The same of all sources that have anything to fetch, by id. */
  Map<String, Counts> counts();

  /** The hosts that a source is fetched from, by name. */
  List<HostState> hosts(String source);

  /** How many hosts there are in each state. */
  Map<HostState.Circuit, Long> circuits();

  /** How the listings of all sources stand, by the id of the source. */
  Map<String, Listings> listings();

  /**
   * New briefings.
   *
   * @param times when they were found, the last one last
   * @param since when the source was first looked at, or null
   */
  record Arrivals(List<Instant> times, Instant since) {

    public Arrivals {
      times = List.copyOf(times);
    }

    /** When the last one was found, or null. */
    Instant last() {
      return times.isEmpty() ? null : times.getLast();
    }
  }

  /**
   * How much there is to fetch.
   *
   * @param entries listings and pages
   * @param due what waits for its turn
   * @param unseen what was never fetched
   * @param failing what could not be fetched the last time
   * @param lastSuccess the last look that found something readable, or null
   * @param nextFetch not before this, or null where there is nothing
   * @param dueSince the oldest of what is due, or null
   */
  record Counts(
      long entries,
      long due,
      long unseen,
      long failing,
      Instant lastSuccess,
      Instant nextFetch,
      Instant dueSince) {

    static final Counts NONE = new Counts(0, 0, 0, 0, null, null, null);

    /** How long the oldest of what is due has waited. */
    Duration lag(Instant now) {
      return dueSince == null || dueSince.isAfter(now)
          ? Duration.ZERO
          : Duration.between(dueSince, now);
    }
  }

  /**
   * A host.
   *
   * @param since the first of its failures in a row, or null
   * @param reason the last of them, or null
   * @param nextAt not before this
   * @param distrust why its 304s are not believed, or null where they are
   */
  record HostState(
      String name,
      Circuit state,
      int failures,
      Instant since,
      String reason,
      Instant nextAt,
      String distrust) {

    /** Whether a host is asked. */
    public enum Circuit {
      /** It is, as often as it allows. */
      CLOSED,
      /** It failed too often in a row, or asked for patience, and is left alone. */
      OPEN,
      /** It failed too often in a row, and one request finds out whether it is back. */
      PROBING;

      /** The word in JSON and in metrics. */
      String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /**
   * The listings of a source.
   *
   * @param firstFoundAt when the first of them became known
   * @param readAt the last look at a first page that could be read, or null
   * @param reason what came of the last look at a first page
   * @param further how many further pages there were
   * @param vanished how many of them are not there any more
   */
  record Listings(Instant firstFoundAt, Instant readAt, String reason, int further, int vanished) {}
}
