package dev.podium.ingest.attention;

import dev.podium.ingest.source.BriefingCalendar;
import dev.podium.ingest.source.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The rhythms of sources, learnt anew now and then. */
@ApplicationScoped
public class Rhythms {

  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final CrawlState crawl;
  private final Clock clock;

  Rhythms(CrawlState crawl, Clock clock) {
    this.crawl = crawl;
    this.clock = clock;
  }

  /** The rhythm of a source. */
  public Rhythm of(Source source) {
    Instant now = clock.instant();
    Known last = known.get(source.id());
    if (last == null || !last.isOf(source) || now.isAfter(last.at().plus(FRESH))) {
      last = new Known(source.calendar(), source.timeZone(), learn(source, now), now);
      known.put(source.id(), last);
    }
    return last.rhythm();
  }

  private Rhythm learn(Source source, Instant now) {
    CrawlState.Arrivals arrivals = crawl.arrivals(source.id());
    return Rhythm.of(
        source.calendar(),
        source.timeZone(),
        arrivals.times(),
        arrivals.since() == null ? now : arrivals.since(),
        now);
  }

  /** The calendar as it was, since it may be changed. */
  private record Known(BriefingCalendar calendar, ZoneId zone, Rhythm rhythm, Instant at) {

    boolean isOf(Source source) {
      return Objects.equals(calendar, source.calendar()) && zone.equals(source.timeZone());
    }
  }
}
