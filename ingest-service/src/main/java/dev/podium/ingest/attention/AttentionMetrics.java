package dev.podium.ingest.attention;

import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import dev.podium.kit.drain.Drain;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Alarms, lags, hosts and the frontier as metrics: every instance tells of all sources. */
@ApplicationScoped
class AttentionMetrics {

  private static final Logger LOG = Logger.getLogger(AttentionMetrics.class);

  private final Sources sources;
  private final CrawlState crawl;
  private final AlarmTable alarms;
  private final Drain drain;
  private final Clock clock;
  private final MultiGauge raised;
  private final MultiGauge lag;
  private final MultiGauge silence;
  private final MultiGauge hosts;
  private volatile long due;
  private volatile long size;

  AttentionMetrics(
      Sources sources,
      CrawlState crawl,
      AlarmTable alarms,
      Drain drain,
      MeterRegistry metrics,
      Clock clock) {
    this.sources = sources;
    this.crawl = crawl;
    this.alarms = alarms;
    this.drain = drain;
    this.clock = clock;
    this.raised = MultiGauge.builder("podium.ingest.alarms").register(metrics);
    this.lag = MultiGauge.builder("podium.ingest.source.lag.seconds").register(metrics);
    this.silence = MultiGauge.builder("podium.ingest.source.silence.seconds").register(metrics);
    this.hosts = MultiGauge.builder("podium.ingest.hosts").register(metrics);
    Gauge.builder("podium.ingest.frontier.due", () -> due).strongReference(true).register(metrics);
    Gauge.builder("podium.ingest.frontier.size", () -> size)
        .strongReference(true)
        .register(metrics);
  }

  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void count() {
    if (drain.started()) {
      return;
    }
    try {
      raised.register(alarms.raised().stream().map(AttentionMetrics::row).toList(), true);
      Map<CrawlState.HostState.Circuit, Long> circuits = crawl.circuits();
      hosts.register(
          Arrays.stream(CrawlState.HostState.Circuit.values())
              .map(
                  state -> Row.of(Tags.of("state", state.code()), circuits.getOrDefault(state, 0L)))
              .toList(),
          true);
      sources();
    } catch (PersistenceException | QuarkusTransactionException e) {
      LOG.debugf("the sources are counted later: %s", e.getMessage());
    }
  }

  private void sources() {
    Instant now = clock.instant();
    Map<String, CrawlState.Counts> counts = crawl.counts();
    size = counts.values().stream().mapToLong(CrawlState.Counts::entries).sum();
    long waiting = 0;
    List<Row<?>> lags = new ArrayList<>();
    List<Row<?>> silences = new ArrayList<>();
    for (Source source : sources.fetched()) {
      CrawlState.Counts one = counts.getOrDefault(source.id(), CrawlState.Counts.NONE);
      waiting += one.due();
      lags.add(Row.of(Tags.of("source", source.id()), one.lag(now).toSeconds()));
      if (one.lastSuccess() != null) {
        silences.add(Row.of(Tags.of("source", source.id()), since(one.lastSuccess(), now)));
      }
    }
    due = waiting;
    lag.register(lags, true);
    silence.register(silences, true);
  }

  private static long since(Instant time, Instant now) {
    return Math.max(0, Duration.between(time, now).toSeconds());
  }

  private static Row<?> row(Alarm alarm) {
    return Row.of(Tags.of("source", alarm.source(), "kind", alarm.kind().code()), 1);
  }
}
