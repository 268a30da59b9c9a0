package dev.podium.ingest.frontier;

import dev.podium.ingest.fetch.RobotsFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** Whose turn it is: hosts take turns, across all instances, and entries wait for their host's. */
@ApplicationScoped
public class Turns {

  // A host that is ready and has something due gives its turn to the most urgent of it, or to what
  // is favoured and what comes next after that. Both rows are moved past the lease, so that a
  // holder that dies loses them and nobody else takes them; the host also past its delay, since the
  // holder may have asked it with its last breath.
  private static final String TAKE =
      """
      with turn as materialized (
        select h.name, e.id, e.kind
          from host h
          cross join lateral (
            select f.id, f.kind
              from (values (0), (1), (2)) p (priority)
              cross join lateral (
                select f.id, f.kind, f.priority
                  from frontier f
                 where f.host = h.name and f.priority = p.priority and f.due_at <= now()
                   and f.source = any(:sources)
                 order by f.due_at limit 1) f
             order by (f.priority - :favoured + 3) % 3 limit 1) e
         where h.next_at <= now()
         order by h.next_at
         limit :size
           for update of h skip locked),
      taken as (
        update frontier f
           set lease = :lease, due_at = now() + :millis * interval '1 millisecond'
          from turn
         where f.id = turn.id and f.kind = turn.kind and f.due_at <= now()
        returning f.*, turn.name as turn_of)
      update host h
         set lease = :lease,
             next_at = now() + (:millis + greatest(d.delay, h.crawl_delay))
                               * interval '1 millisecond'
        from taken t
             join unnest(cast(:sources as text[]), cast(:delays as bigint[])) d (source, delay)
               on d.source = t.source
       where h.name = t.turn_of
      returning t.id, t.kind, t.source, t.address, h.name, t.hop, t.hops, t.interval_ms, t.failures,
                t.missing_since, t.etag, t.last_modified, t.sha256, t.listing, t.number,
                h.failures, h.robots_status, h.robots_text, h.robots_until, h.robots_until > now(),
                t.looks, t.looked_at, t.changed_at, t.changes, t.changes_expected, t.doubted,
                h.distrust
      """;

  private final String lease = UUID.randomUUID().toString();
  private final Session database;

  public Turns(Session database) {
    this.database = database;
  }

  /** The name under which this instance holds what it takes. */
  String lease() {
    return lease;
  }

  /**
   * Takes up to so many entries, each of another host.
   *
   * @param delays of the sources that are fetched, by their ids
   * @param favoured what hosts give their turn to first
   * @param time until others may take them, if this instance dies
   */
  @Transactional
  public List<Entry> take(Map<String, Duration> delays, int size, Urgency favoured, Duration time) {
    return database
        .createNativeQuery(TAKE, Object[].class)
        .setParameter("sources", delays.keySet().toArray(String[]::new))
        .setParameter(
            "delays", delays.values().stream().map(Duration::toMillis).toArray(Long[]::new))
        .setParameter("size", size)
        .setParameter("favoured", favoured.code())
        .setParameter("lease", lease)
        .setParameter("millis", time.toMillis())
        .getResultList()
        .stream()
        .map(Turns::entry)
        .toList();
  }

  /** Keeps what a host answered about robots. */
  void robots(String host, RobotsFile file, Duration crawlDelay) {
    database
        .createNativeMutationQuery(
            "update host set robots_status = :status, robots_text = :text, robots_until = :until,"
                + " crawl_delay = :delay where name = :name")
        .setParameter("status", file.status())
        .setParameter("text", file.text())
        .setParameter("until", file.until())
        .setParameter("delay", Schedule.bounded(crawlDelay).toMillis())
        .setParameter("name", host)
        .executeUpdate();
  }

  /** Notes that a host's 304s are not to be believed from now on. */
  void distrust(String host, String reason) {
    database
        .createNativeMutationQuery(
            "update host set distrust = coalesce(distrust, :reason) where name = :name")
        .setParameter("reason", reason)
        .setParameter("name", host)
        .executeUpdate();
  }

  private static Entry entry(Object[] row) {
    return new Entry(
        (String) row[0],
        Entry.Kind.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)),
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (String) row[5],
        number(row[6]),
        Duration.ofMillis(((Number) row[7]).longValue()),
        number(row[8]),
        (Instant) row[9],
        (String) row[10],
        (String) row[11],
        (String) row[12],
        (String) row[13],
        row[14] == null ? 0 : number(row[14]),
        number(row[15]),
        Boolean.TRUE.equals(row[19])
            ? new RobotsFile(number(row[16]), (String) row[17], (Instant) row[18])
            : null,
        watch(row),
        (String) row[26]);
  }

  private static Watch watch(Object[] row) {
    return new Watch(
        number(row[20]),
        (Instant) row[21],
        (Instant) row[22],
        number(row[23]),
        ((Number) row[24]).doubleValue(),
        Boolean.TRUE.equals(row[25]));
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }
}
