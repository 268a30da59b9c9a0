package dev.podium.ingest.attention;

import dev.podium.contracts.event.UtcMillis;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * One client's place in the progress of a source. It holds no events: a client that is slow reads
 * on later from where it is, out of the database, as does one that comes back.
 */
final class Tail {

  /** The most events that are read at a time, and so the most that wait for a client. */
  static final int SIZE = 1000;

  private static final Logger LOG = Logger.getLogger(Tail.class);
  private static final Duration COUNT_EVERY = Duration.ofSeconds(2);

  private final String source;
  private final VisitLog visits;
  private final CrawlState crawl;
  private final Duration heartbeat;
  private final Clock clock;
  private long place;
  private Counts counts;
  private Instant countedAt = Instant.EPOCH;
  private Instant toldAt;

  Tail(
      String source,
      long place,
      VisitLog visits,
      CrawlState crawl,
      Duration heartbeat,
      Clock clock) {
    this.source = source;
    this.place = place;
    this.visits = visits;
    this.crawl = crawl;
    this.heartbeat = heartbeat;
    this.clock = clock;
    this.toldAt = clock.instant();
  }

  /**
   * An event.
   *
   * @param id to go on from; null for one that is not taken down
   */
  record Event(String name, Long id, Object data) {}

  /**
   * How the crawl stands.
   *
   * @param due what waits for its turn
   * @param unseen what was never fetched
   * @param failing what could not be fetched the last time
   */
  record Counts(long entries, long due, long unseen, long failing) {}

  /** That the stream is alive. */
  record Heartbeat(@UtcMillis Instant at) {}

  /** What is new; nothing while the database does not answer. */
  List<Event> next() {
    List<Event> events = new ArrayList<>();
    Instant now = clock.instant();
    try {
      for (VisitLog.Row row : visits.after(source, place, SIZE)) {
        events.add(new Event("visit", row.id(), row.seen()));
        place = row.id();
      }
      count(events, now);
    } catch (PersistenceException e) {
      LOG.debugf("the progress of %s waits for the database: %s", source, e.getMessage());
    }
    if (events.isEmpty() && !now.isBefore(toldAt.plus(heartbeat))) {
      events.add(new Event("heartbeat", null, new Heartbeat(now)));
    }
    if (!events.isEmpty()) {
      toldAt = now;
    }
    return events;
  }

  private void count(List<Event> events, Instant now) {
    if (now.isBefore(countedAt.plus(COUNT_EVERY))) {
      return;
    }
    CrawlState.Counts read = crawl.counts(source);
    Counts current = new Counts(read.entries(), read.due(), read.unseen(), read.failing());
    countedAt = now;
    if (!current.equals(counts)) {
      counts = current;
      events.add(new Event("counts", null, current));
    }
  }
}
