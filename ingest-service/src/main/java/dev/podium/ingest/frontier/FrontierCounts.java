package dev.podium.ingest.frontier;

import dev.podium.ingest.attention.CrawlState.Arrivals;
import dev.podium.ingest.attention.CrawlState.Counts;
import dev.podium.ingest.attention.CrawlState.Listings;
import dev.podium.ingest.attention.Rhythm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** Counts the frontier, source by source. */
@ApplicationScoped
@Transactional
public class FrontierCounts {

  private static final String COUNTS =
      """
      select f.source, count(*), count(*) filter (where f.due_at <= now()),
             count(*) filter (where f.looks = 0), count(*) filter (where f.failures > 0),
             max(f.looked_at), min(greatest(f.due_at, h.next_at)),
             min(f.due_at) filter (where f.due_at <= now())
        from frontier f join host h on h.name = f.host
      """;

  private static final String LISTINGS =
      """
      select source, min(found_at) filter (where number = 0),
             max(looked_at) filter (where number = 0),
             (array_agg(reason order by last_at desc nulls last) filter (where number = 0))[1],
             count(*) filter (where number > 0 and looks > 0),
             count(*) filter (where number > 0 and looks > 0 and state in ('missing', 'gone'))
        from frontier where kind <> 'page' group by source
      """;

  private static final String ARRIVALS =
      """
      with arrived as materialized (
        select found_at from frontier where source = :source and kind = 'page' and fresh)
      select found_at from arrived
       where found_at > (select max(found_at) from arrived) - :memory * interval '1 day'
       order by found_at
      """;

  private final Session database;

  public FrontierCounts(Session database) {
    this.database = database;
  }

  /** When the latest briefings of a source were found. */
  public Arrivals arrivals(String source) {
    List<Instant> times =
        database
            .createNativeQuery(ARRIVALS, Instant.class)
            .setParameter("source", source)
            .setParameter("memory", Rhythm.MEMORY.toDays())
            .getResultList();
    Instant since =
        database
            .createNativeQuery(
                "select min(found_at) from frontier where source = :source and kind <> 'page'",
                Instant.class)
            .setParameter("source", source)
            .getSingleResult();
    return new Arrivals(times, since);
  }

  /** How much of a source there is to fetch. */
  public Counts counts(String source) {
    return database
        .createNativeQuery(COUNTS + " where f.source = :source group by f.source", Object[].class)
        .setParameter("source", source)
        .getResultStream()
        .findFirst()
        .map(FrontierCounts::counts)
        .orElse(new Counts(0, 0, 0, 0, null, null, null));
  }

  /** The same of all sources that have anything to fetch, by id. */
  public Map<String, Counts> counts() {
    Map<String, Counts> counts = new HashMap<>();
    database
        .createNativeQuery(COUNTS + " group by f.source", Object[].class)
        .getResultList()
        .forEach(row -> counts.put((String) row[0], counts(row)));
    return counts;
  }

  /** How the listings of all sources stand, by the id of the source. */
  public Map<String, Listings> listings() {
    Map<String, Listings> listings = new HashMap<>();
    database
        .createNativeQuery(LISTINGS, Object[].class)
        .getResultList()
        .forEach(row -> listings.put((String) row[0], listing(row)));
    return listings;
  }

  private static Counts counts(Object[] row) {
    return new Counts(
        number(row[1]),
        number(row[2]),
        number(row[3]),
        number(row[4]),
        (Instant) row[5],
        (Instant) row[6],
        (Instant) row[7]);
  }

  private static Listings listing(Object[] row) {
    return new Listings(
        (Instant) row[1],
        (Instant) row[2],
        (String) row[3],
        (int) number(row[4]),
        (int) number(row[5]));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
