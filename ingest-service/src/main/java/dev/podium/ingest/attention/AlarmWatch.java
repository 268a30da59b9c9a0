package dev.podium.ingest.attention;

import dev.podium.ingest.archive.RejectionRuns;
import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import dev.podium.kit.drain.Drain;
import dev.podium.kit.log.LogKeys;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Looks at all sources now and then, on one instance at a time, and raises and clears alarms. */
@ApplicationScoped
class AlarmWatch {

  private static final Logger LOG = Logger.getLogger(AlarmWatch.class);
  private static final Duration REJECTIONS = Duration.ofDays(3);

  private final Sources sources;
  private final CrawlState crawl;
  private final Rhythms rhythms;
  private final Yields yields;
  private final VisitLog visits;
  private final RejectionRuns rejections;
  private final AlarmTable alarms;
  private final AttentionSettings config;
  private final Findings findings;
  private final Drain drain;
  private final Clock clock;

  AlarmWatch(
      Sources sources,
      CrawlState crawl,
      Rhythms rhythms,
      Yields yields,
      VisitLog visits,
      RejectionRuns rejections,
      AlarmTable alarms,
      AttentionSettings config,
      Drain drain,
      Clock clock) {
    this.sources = sources;
    this.crawl = crawl;
    this.rhythms = rhythms;
    this.yields = yields;
    this.visits = visits;
    this.rejections = rejections;
    this.alarms = alarms;
    this.config = config;
    this.findings = new Findings(config);
    this.drain = drain;
    this.clock = clock;
  }

  @Scheduled(
      every = "{ingest.attention.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    if (drain.started()) {
      return;
    }
    try {
      QuarkusTransaction.requiringNew().run(this::judge);
    } catch (PersistenceException | QuarkusTransactionException e) {
      LOG.debugf("the sources are looked at later: %s", e.getMessage());
    }
  }

  private void judge() {
    if (!alarms.mine()) {
      return;
    }
    Instant now = clock.instant();
    Seen seen =
        new Seen(
            crawl.listings(),
            yields.barren(config.barrenLooks()),
            visits.redirected(),
            rejections.of(config.rejections(), now.minus(REJECTIONS)));
    Map<String, List<Alarm>> before =
        alarms.all().stream().collect(Collectors.groupingBy(Alarm::source));
    for (Source source : sources.fetched()) {
      List<Alarm> known = before.getOrDefault(source.id(), List.of());
      judge(source.id(), known, findings.of(facts(source, seen), now), now);
    }
    List<String> fetched = sources.fetched().stream().map(Source::id).toList();
    before.forEach(
        (source, known) -> {
          if (!fetched.contains(source)) {
            known.forEach(alarms::delete);
          }
        });
  }

  private Findings.Facts facts(Source source, Seen seen) {
    return new Findings.Facts(
        rhythms.of(source),
        source.timeZone(),
        source.listingInterval(),
        crawl.arrivals(source.id()).last(),
        seen.listings().get(source.id()),
        seen.barren().getOrDefault(source.id(), List.of()),
        seen.redirected().get(source.id()),
        seen.rejected().get(source.id()));
  }

  private void judge(
      String source, List<Alarm> before, Map<Alarm.Kind, String> found, Instant now) {
    Map<Alarm.Kind, Alarm> known = new EnumMap<>(Alarm.Kind.class);
    known.putAll(before.stream().collect(Collectors.toMap(Alarm::kind, Function.identity())));
    found.forEach(
        (kind, text) -> {
          Alarm last = known.remove(kind);
          Alarm next =
              last == null
                  ? Alarm.first(source, kind, text, now, config.raiseAfter())
                  : last.seen(text, now, config.raiseAfter());
          alarms.save(next);
          if (next.raised() && (last == null || !last.raised())) {
            tell(next, "raised");
          }
        });
    known.values().forEach(alarm -> unseen(alarm, now));
  }

  private void unseen(Alarm alarm, Instant now) {
    Alarm next = alarm.unseen(now, config.clearAfter());
    if (next != null) {
      alarms.save(next);
      return;
    }
    alarms.delete(alarm);
    if (alarm.raised()) {
      tell(alarm, "cleared");
    }
  }

  private static void tell(Alarm alarm, String what) {
    MDC.put(LogKeys.SOURCE, alarm.source());
    LOG.warnf("alarm %s of %s %s: %s", alarm.kind().code(), alarm.source(), what, alarm.text());
    MDC.remove(LogKeys.SOURCE);
  }

  private record Seen(
      Map<String, CrawlState.Listings> listings,
      Map<String, List<Yields.Barren>> barren,
      Map<String, VisitLog.Redirected> redirected,
      Map<String, RejectionRuns.Run> rejected) {}
}
