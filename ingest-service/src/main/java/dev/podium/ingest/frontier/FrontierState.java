package dev.podium.ingest.frontier;

import dev.podium.ingest.attention.CrawlState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.Session;

/** Tells those who watch over the sources how the frontier stands. */
@ApplicationScoped
@Transactional
class FrontierState implements CrawlState {

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

  private final Session database;
  private final FrontierCounts counts;
  private final FrontierSettings config;

  FrontierState(Session database, FrontierCounts counts, FrontierSettings config) {
    this.database = database;
    this.counts = counts;
    this.config = config;
  }

  @Override
  public Arrivals arrivals(String source) {
    return counts.arrivals(source);
  }

  @Override
  public Counts counts(String source) {
    return counts.counts(source);
  }

  @Override
  public Map<String, Counts> counts() {
    return counts.counts();
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
    return counts.listings();
  }

  private static HostState.Circuit circuit(Object word) {
    return HostState.Circuit.valueOf(((String) word).toUpperCase(Locale.ROOT));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
