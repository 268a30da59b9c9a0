package dev.podium.ingest.frontier;

import dev.podium.ingest.attention.CrawlState;
import dev.podium.ingest.attention.Rhythm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.Session;

/** Tells those who watch over the sources how the frontier stands. */
@ApplicationScoped
@Transactional
class FrontierState implements CrawlState {

  private static final String COUNTS =
      """
      select f.source, count(*), count(*) filter (where f.due_at <= now()),
             count(*) filter (where f.looks = 0), count(*) filter (where f.failures > 0),
             max(f.looked_at), min(greatest(f.due_at, h.next_at)),
             min(f.due_at) filter (where f.due_at <= now())
        from frontier f join host h on h.name = f.host
      """;

  private static final String CIRCUIT =
      """
      case when h.failures > 0 and h.next_at > now() + interval '10 minutes' then 'open'
           when h.failures < :open then 'closed'
           when h.next_at > now() then 'open'
           else 'probing' end
      """;

  private static final String HOSTS =
      "select h.name, "
          + CIRCUIT
          + ", h.failures, h.failing_since, h.failure, h.next_at, h.distrust from host h"
          + " where h.name in (select host from frontier where source = :source) order by h.name";

  private static final String ARRIVALS =
      """
      with arrived as materialized (
        select found_at from frontier where source = :source and kind = 'page' and fresh)
      select found_at from arrived
       where found_at > (select max(found_at) from arrived) - :memory * interval '1 day'
       order by found_at
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

  private final Session database;
  private final FrontierSettings config;

  FrontierState(Session database, FrontierSettings config) {
    this.database = database;
    this.config = config;
  }

  @Override
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

  @Override
  public Counts counts(String source) {
    return database
        .createNativeQuery(COUNTS + " where f.source = :source group by f.source", Object[].class)
        .setParameter("source", source)
        .getResultStream()
        .findFirst()
        .map(FrontierState::counts)
        .orElse(new Counts(0, 0, 0, 0, null, null, null));
  }

  @Override
  public Map<String, Counts> counts() {
    Map<String, Counts> counts = new HashMap<>();
    database
        .createNativeQuery(COUNTS + " group by f.source", Object[].class)
        .getResultList()
        .forEach(row -> counts.put((String) row[0], counts(row)));
    return counts;
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

  @Override
  public List<HostState> hosts(String source) {
    return database
        .createNativeQuery(HOSTS, Object[].class)
        .setParameter("open", config.failuresUntilOpen())
        .setParameter("source", source)
        .getResultStream()
        .map(FrontierState::host)
        .toList();
  }

  private static HostState host(Object[] row) {
    return new HostState(
        (String) row[0],
        circuit(row[1]),
        (int) number(row[2]),
        (Instant) row[3],
        (String) row[4],
        (Instant) row[5],
        (String) row[6]);
  }

  @Override
  public Map<HostState.Circuit, Long> circuits() {
    Map<HostState.Circuit, Long> circuits = new EnumMap<>(HostState.Circuit.class);
    database
        .createNativeQuery(
            "select " + CIRCUIT + " as circuit, count(*) from host h group by circuit",
            Object[].class)
        .setParameter("open", config.failuresUntilOpen())
        .getResultList()
        .forEach(row -> circuits.put(circuit(row[0]), number(row[1])));
    return circuits;
  }

  @Override
  public Map<String, Listings> listings() {
    Map<String, Listings> listings = new HashMap<>();
    database
        .createNativeQuery(LISTINGS, Object[].class)
        .getResultList()
        .forEach(row -> listings.put((String) row[0], listing(row)));
    return listings;
  }

  private static Listings listing(Object[] row) {
    return new Listings(
        (Instant) row[1],
        (Instant) row[2],
        (String) row[3],
        (int) number(row[4]),
        (int) number(row[5]));
  }

  private static HostState.Circuit circuit(Object word) {
    return HostState.Circuit.valueOf(((String) word).toUpperCase(Locale.ROOT));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
