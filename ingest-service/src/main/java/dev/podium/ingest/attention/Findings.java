package dev.podium.ingest.attention;

import dev.podium.ingest.archive.RejectionRuns;
import dev.podium.kit.wording.Counted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Judges by what is known of a source whether anything is the matter with it, and says what. */
final class Findings {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm z", Locale.ENGLISH);
  private static final int NAMED_DAYS = 5;
  private static final int INTERVALS = 3;
  private static final int PAGES_AT_LEAST = 5;
  private static final int FURTHER_AT_LEAST = 2;

  private final AttentionSettings config;

  Findings(AttentionSettings config) {
    this.config = config;
  }

  /**
   * What is known of a source.
   *
   * @param zone of the source
   * @param listingInterval of the source
   * @param lastBriefing when the last new briefing was found, or null
   * @param listings null where there are none yet
   * @param barren listings that yield nothing any more
   * @param redirected where most of the redirected pages ended, or null
   * @param rejected a run of rejections, or null
   */
  record Facts(
      Rhythm rhythm,
      ZoneId zone,
      Duration listingInterval,
      Instant lastBriefing,
      CrawlState.Listings listings,
      List<Yields.Barren> barren,
      VisitLog.Redirected redirected,
      RejectionRuns.Run rejected) {

    Facts {
      barren = List.copyOf(barren);
    }
  }

  /** What is the matter, in words. */
  Map<Alarm.Kind, String> of(Facts facts, Instant now) {
    Map<Alarm.Kind, String> found = new EnumMap<>(Alarm.Kind.class);
    put(found, Alarm.Kind.OVERDUE, overdue(facts, now));
    put(found, Alarm.Kind.UNREACHABLE, unreachable(facts, now));
    put(found, Alarm.Kind.LISTING_EMPTY, empty(facts));
    put(found, Alarm.Kind.LISTING_SHORTER, shorter(facts));
    put(found, Alarm.Kind.REDIRECTED, redirected(facts));
    put(found, Alarm.Kind.REJECTED, rejected(facts));
    return found;
  }

  private static void put(Map<Alarm.Kind, String> found, Alarm.Kind kind, String text) {
    if (text != null) {
      found.put(kind, text);
    }
  }

  private String overdue(Facts facts, Instant now) {
    if (facts.listings() == null || facts.listings().firstFoundAt() == null) {
      return null;
    }
    Instant last =
        facts.lastBriefing() == null ? facts.listings().firstFoundAt() : facts.lastBriefing();
    List<LocalDate> missed = facts.rhythm().missed(last, now, config.grace());
    if (missed.size() < config.missedBriefings()) {
      return null;
    }
    String start =
        facts.lastBriefing() == null ? "no briefing since the first look on " : "nothing since ";
    return start
        + DAY.format(facts.rhythm().day(last))
        + ", "
        + missed.size()
        + (missed.size() == 1 ? " was due: " : " were due: ")
        + named(missed);
  }

  private static String named(List<LocalDate> days) {
    String names =
        days.stream().limit(NAMED_DAYS).map(SHORT_DAY::format).collect(Collectors.joining(", "));
    return days.size() > NAMED_DAYS ? names + " and later" : names;
  }

  private String unreachable(Facts facts, Instant now) {
    CrawlState.Listings listings = facts.listings();
    if (listings == null || listings.firstFoundAt() == null) {
      return null;
    }
    Instant last = listings.readAt() == null ? listings.firstFoundAt() : listings.readAt();
    Duration interval = facts.listingInterval().multipliedBy(INTERVALS);
    Duration patience =
        interval.compareTo(config.unreachableAfter()) > 0 ? interval : config.unreachableAfter();
    if (now.isBefore(last.plus(patience))) {
      return null;
    }
    return "no listing, sitemap or feed could be read since "
        + time(facts, last)
        + "; the last try: "
        + listings.reason();
  }

  private static String empty(Facts facts) {
    if (facts.barren().isEmpty()) {
      return null;
    }
    Yields.Barren first = facts.barren().getFirst();
    long usual = Math.max(1, Math.round(first.usual()));
    String others =
        facts.barren().size() == 1
            ? ""
            : "; " + Counted.of(facts.barren().size() - 1, "other") + " without any";
    return "%s has had no link since %s, in %s, where %s usual%s"
        .formatted(
            first.address(),
            time(facts, first.since()),
            first.looks() == 1 ? "1 look" : first.looks() + " looks in a row",
            usual == 1 ? "1 was" : usual + " were",
            others);
  }

  private static String shorter(Facts facts) {
    CrawlState.Listings listings = facts.listings();
    if (listings == null
        || listings.vanished() < FURTHER_AT_LEAST
        || 2 * listings.vanished() < listings.further()) {
      return null;
    }
    return "%d of the %d further pages of its listings are not there any more"
        .formatted(listings.vanished(), listings.further());
  }

  private static String redirected(Facts facts) {
    VisitLog.Redirected redirected = facts.redirected();
    if (redirected == null
        || redirected.pages() < PAGES_AT_LEAST
        || 2 * redirected.pages() < redirected.all()) {
      return null;
    }
    return "%d of the %d pages last looked at lead to %s"
        .formatted(redirected.pages(), redirected.all(), redirected.target());
  }

  private String rejected(Facts facts) {
    return facts.rejected() == null
        ? null
        : "no briefing among the last %s that changed, since %s; the last one: %s"
            .formatted(
                Counted.of(config.rejections(), "page"),
                time(facts, facts.rejected().since()),
                facts.rejected().text());
  }

  private static String time(Facts facts, Instant time) {
    return TIME.format(time.atZone(facts.zone()));
  }
}
