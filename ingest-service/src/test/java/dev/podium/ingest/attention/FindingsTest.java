package dev.podium.ingest.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.ingest.archive.RejectionRuns;
import dev.podium.ingest.source.BriefingCalendar;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-03-07T04:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T07:40:00Z");
  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final Rhythm RHYTHM =
      Rhythm.of(
          new BriefingCalendar(
              EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
              List.of(LocalTime.of(15, 0)),
              List.of()),
          ZONE,
          List.of(),
          NOW,
          NOW);
  private static final CrawlState.Listings READ =
      new CrawlState.Listings(TUESDAY, NOW, "15 links, 0 of them new", 66, 0);

  private final Findings findings = new Findings(settings());

  @Test
  void nothingIsTheMatterWithASourceThatDoesWell() {
    assertThat(findings.of(facts(NOW, READ, List.of(), null, null), NOW)).isEmpty();
  }

  @Test
  void nothingIsTheMatterWithOneThatNobodyHasLookedAtYet() {
    assertThat(findings.of(facts(null, null, List.of(), null, null), NOW)).isEmpty();
  }

  @Test
  void missesBriefingsThatWereDue() {
    assertThat(findings.of(facts(TUESDAY, READ, List.of(), null, null), NOW))
        .containsOnlyKeys(Alarm.Kind.OVERDUE)
        .containsValue(
            "nothing since Tuesday 3 March 2026, 3 were due: Wed 4 Mar, Thu 5 Mar, Fri 6 Mar");
    assertThat(findings.of(facts(null, READ, List.of(), null, null), NOW))
        .containsValue(
            "no briefing since the first look on Tuesday 3 March 2026, 3 were due: Wed 4 Mar,"
                + " Thu 5 Mar, Fri 6 Mar");
    Instant thursday = TUESDAY.plus(Duration.ofDays(2));
    assertThat(findings.of(facts(thursday, READ, List.of(), null, null), NOW)).isEmpty();
  }

  @Test
  void noticesThatNoListingCanBeRead() {
    Instant morning = NOW.minus(Duration.ofHours(6));
    CrawlState.Listings away =
        new CrawlState.Listings(TUESDAY, morning, "no connection: refused", 0, 0);
    assertThat(findings.of(facts(NOW, away, List.of(), null, null), NOW))
        .containsOnlyKeys(Alarm.Kind.UNREACHABLE)
        .containsValue(
            "no listing, sitemap or feed could be read since Sat 7 Mar 2026 06:00 CST; the last"
                + " try: no connection: refused");
    assertThat(findings.of(facts(NOW, away, List.of(), null, null), NOW.minusSeconds(1))).isEmpty();
    CrawlState.Listings never = new CrawlState.Listings(TUESDAY, null, "HTTP 403", 0, 0);
    assertThat(findings.of(facts(NOW, never, List.of(), null, null), NOW))
        .containsOnlyKeys(Alarm.Kind.UNREACHABLE);
  }

  @Test
  void noticesThatAListingHasNoLinksAnyMore() {
    Yields.Barren barren = new Yields.Barren("s", "https://a.example/", 14.6, 3, TUESDAY);
    assertThat(findings.of(facts(NOW, READ, List.of(barren), null, null), NOW))
        .containsOnlyKeys(Alarm.Kind.LISTING_EMPTY)
        .containsValue(
            "https://a.example/ has had no link since Tue 3 Mar 2026 15:40 CST, in 3 looks in a"
                + " row, where 15 were usual");
    Yields.Barren feed = new Yields.Barren("s", "https://a.example/feed", 1.2, 1, TUESDAY);
    assertThat(findings.of(facts(NOW, READ, List.of(feed, barren), null, null), NOW))
        .containsValue(
            "https://a.example/feed has had no link since Tue 3 Mar 2026 15:40 CST, in 1 look,"
                + " where 1 was usual; 1 other without any");
  }

  @ParameterizedTest
  @CsvSource({"66, 33, true", "66, 32, false", "2, 2, true", "1, 1, false", "0, 0, false"})
  void noticesThatFurtherPagesVanish(int further, int vanished, boolean found) {
    CrawlState.Listings listings = new CrawlState.Listings(TUESDAY, NOW, "", further, vanished);
    assertThat(
            findings
                .of(facts(NOW, listings, List.of(), null, null), NOW)
                .containsKey(Alarm.Kind.LISTING_SHORTER))
        .isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"5, 10, true", "4, 4, false", "5, 11, false", "9, 10, true"})
  void noticesThatASiteRedirectsEverythingHome(long pages, long all, boolean found) {
    VisitLog.Redirected home = new VisitLog.Redirected("https://a.example/", pages, all);
    assertThat(
            findings
                .of(facts(NOW, READ, List.of(), home, null), NOW)
                .containsKey(Alarm.Kind.REDIRECTED))
        .isEqualTo(found);
  }

  @Test
  void noticesThatNothingIsABriefingAnyMore() {
    RejectionRuns.Run run = new RejectionRuns.Run(TUESDAY, "no briefing: no turns");
    assertThat(findings.of(facts(NOW, READ, List.of(), null, run), NOW))
        .containsOnlyKeys(Alarm.Kind.REJECTED)
        .containsValue(
            "no briefing among the last 5 pages that changed, since Tue 3 Mar 2026 15:40 CST; the"
                + " last one: no briefing: no turns");
  }

  private static Findings.Facts facts(
      Instant lastBriefing,
      CrawlState.Listings listings,
      List<Yields.Barren> barren,
      VisitLog.Redirected redirected,
      RejectionRuns.Run rejected) {
    return new Findings.Facts(
        RHYTHM, ZONE, INTERVAL, lastBriefing, listings, barren, redirected, rejected);
  }

  private static AttentionSettings settings() {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(AttentionSettings.class)
            .build();
    return config.getConfigMapping(AttentionSettings.class);
  }
}
