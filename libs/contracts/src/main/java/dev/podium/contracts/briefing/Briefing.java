package dev.podium.contracts.briefing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What one revision of a page says, structured: the value of {@code briefing.briefings.v1}, the
 * answer of {@code POST /v1/parse} and the body of the gateway's briefings.
 *
 * <p>Absent values are null, lists never. Offsets count Unicode code points. A gone briefing has no
 * title, date or exchanges.
 *
 * @param id 16 lower-case base32 characters, from the canonical URL
 * @param version fetch time in ms × 1000 + parser release, below 2^53: the higher one is newer
 * @param url the page's canonical address
 * @param source id of the source, for example {@code mfa-cn-fr}
 * @param organisation id of the publisher, shared by its sources
 * @param series id of the series within the organisation, shared by its languages
 * @param occasion joins the same briefing across languages and mirrors; null without a date
 * @param language BCP 47
 * @param title null where the page has none
 * @param date the conference's own day in {@code timeZone}; null where the page does not tell
 * @param timeZone IANA id of the source's time zone
 * @param publishedOn the publication day that the page prints, or null
 * @param publishedAt the publication time, only where the page prints one, or null
 * @param spokespersons those named as holding the briefing
 * @param coverage characters in exchanges and labels over all that are not furniture, title or
 *     date: 0 to 1
 * @param leftovers visible characters that belong to no exchange, each with its reason
 * @param rejection null for a briefing; otherwise why the page is none
 * @param exchanges in reading order
 * @param erased what was taken out on demand; left out of the JSON where nothing was
 */
public record Briefing(
    String id,
    long version,
    State state,
    String url,
    String source,
    String organisation,
    String series,
    String occasion,
    String language,
    String title,
    LocalDate date,
    String timeZone,
    LocalDate publishedOn,
    OffsetDateTime publishedAt,
    List<Spokesperson> spokespersons,
    Revision revision,
    Parser parser,
    double coverage,
    List<Leftover> leftovers,
    List<Warning> warnings,
    Rejection rejection,
    List<LanguageLink> languageLinks,
    List<Exchange> exchanges,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Erased> erased) {

  public Briefing {
    spokespersons = Lists.orEmpty(spokespersons);
    leftovers = Lists.orEmpty(leftovers);
    warnings = Lists.orEmpty(warnings);
    languageLinks = Lists.orEmpty(languageLinks);
    exchanges = Lists.orEmpty(exchanges);
    erased = Lists.orEmpty(erased);
  }

  /** Whether the page was erased as a whole, which this record marks. */
  public boolean wasErased() {
    return rejection != null && Rejection.ERASED.equals(rejection.code());
  }

  /** The same revision with other exchanges, leftovers and a list of what was taken out. */
  public Briefing with(List<Exchange> others, List<Leftover> rest, List<Erased> taken) {
    return new Briefing(
        id,
        version,
        state,
        url,
        source,
        organisation,
        series,
        occasion,
        language,
        title,
        date,
        timeZone,
        publishedOn,
        publishedAt,
        spokespersons,
        revision,
        parser,
        coverage,
        rest,
        warnings,
        rejection,
        languageLinks,
        others,
        taken);
  }

  /** Whether the page's latest capture has a body. */
  public enum State {
    @JsonProperty("present")
    PRESENT,
    @JsonProperty("gone")
    GONE
  }

  /**
   * A person named as holding the briefing.
   *
   * @param id registry id, or null for an unknown person
   * @param name in the page's language, base form
   * @param role as the page or the registry gives it, or null
   */
  public record Spokesperson(String id, String name, String role) {}

  /**
   * The capture that this briefing was read from.
   *
   * @param number counts the page's captures in order of arrival, from 1
   * @param fetchedAt UTC, in milliseconds
   * @param sha256 of the body's bytes, lower-case hex; null when gone
   * @param charset the one that the body was decoded with; null when gone
   * @param textSha256 of the visible text; null when gone
   * @param link the address that was really fetched, after redirects
   */
  public record Revision(
      int number,
      @UtcMillis Instant fetchedAt,
      String sha256,
      String charset,
      String textSha256,
      String link) {}

  /**
   * What read the page.
   *
   * @param release 0 to 999, the last three digits of the version
   * @param dialect id of the dialect; {@code generic} where the publisher is unknown; null when
   *     gone
   */
  public record Parser(int release, String dialect) {}

  /** Visible text outside of all exchanges: {@code [start, end)} in the decoded body. */
  public record Leftover(int start, int end, String reason) {}

  /** The same briefing in another language, as the page links it. */
  public record LanguageLink(String language, String url) {}
}
