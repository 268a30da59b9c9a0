package dev.podium.index.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A document of the index of briefings. It is the commit mark: what it names has been written
 * before it, and differences of the next revision are taken against it.
 *
 * @param version of the newest revision, present or gone
 * @param contentVersion of the newest present revision; null while none is known
 * @param title by language, for search
 * @param incomplete ids of exchanges that could not be indexed
 * @param exchanges all that the page has or had
 * @param revisions all that are known, oldest first
 * @param briefing the newest present revision; the gone one while none is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BriefingDocument(
    String id,
    long version,
    Long contentVersion,
    Briefing.State state,
    String url,
    String link,
    String source,
    String organisation,
    String series,
    String occasion,
    String language,
    LocalDate date,
    LocalDate publishedOn,
    @UtcMillis Instant fetchedAt,
    Map<String, String> title,
    List<String> spokespersons,
    List<String> spokespersonNames,
    int exchangeCount,
    int questionCount,
    List<String> incomplete,
    List<ExchangeEntry> exchanges,
    List<Revision> revisions,
    Briefing briefing) {

  public BriefingDocument {
    title = title == null ? Map.of() : Map.copyOf(title);
    spokespersons = orEmpty(spokespersons);
    spokespersonNames = orEmpty(spokespersonNames);
    incomplete = orEmpty(incomplete);
    exchanges = orEmpty(exchanges);
    revisions = orEmpty(revisions);
  }

  /** A revision that is known. */
  public record Revision(long version, Briefing.State state) {

    public boolean present() {
      return state == Briefing.State.PRESENT;
    }
  }

  /**
   * The document of a page.
   *
   * @param newest names version and state
   * @param shown the newest present revision; the gone one while none is known
   */
  public static BriefingDocument of(
      Revision newest, Briefing shown, List<ExchangeEntry> exchanges, List<Revision> revisions) {
    boolean present = shown.state() == Briefing.State.PRESENT;
    return new BriefingDocument(
        shown.id(),
        newest.version(),
        present ? shown.version() : null,
        newest.state(),
        shown.url(),
        shown.revision().link(),
        shown.source(),
        shown.organisation(),
        shown.series(),
        shown.occasion(),
        shown.language(),
        shown.date(),
        shown.publishedOn(),
        shown.revision().fetchedAt(),
        Texts.of(shown.language(), shown.title()),
        ids(shown),
        names(shown),
        shown.exchanges().size(),
        questions(shown),
        List.of(),
        exchanges,
        revisions,
        shown);
  }

  /**
   * The document of a page that was erased on demand: that it was, and nothing of what it said.
   *
   * @param marker the record that says so
   */
  public static BriefingDocument erased(Briefing marker) {
    return new BriefingDocument(
        marker.id(),
        marker.version(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Map.of(),
        List.of(),
        List.of(),
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        marker);
  }

  /** Whether the page was erased as a whole. */
  public boolean wasErased() {
    return briefing != null && briefing.wasErased();
  }

  /** What was erased of the page. */
  public List<Erased> erasedParts() {
    return briefing == null ? List.of() : briefing.erased();
  }

  /** The same, but some exchanges could not be indexed. */
  public BriefingDocument without(List<String> exchangeIds) {
    return new BriefingDocument(
        id,
        version,
        contentVersion,
        state,
        url,
        link,
        source,
        organisation,
        series,
        occasion,
        language,
        date,
        publishedOn,
        fetchedAt,
        title,
        spokespersons,
        spokespersonNames,
        exchangeCount,
        questionCount,
        exchangeIds,
        exchanges,
        revisions,
        briefing);
  }

  /** Whether a revision has been indexed. */
  public boolean knows(long revision) {
    return revisions.stream().anyMatch(known -> known.version() == revision);
  }

  /** Registry ids of those who hold a briefing. */
  static List<String> ids(Briefing briefing) {
    return briefing.spokespersons().stream()
        .map(Briefing.Spokesperson::id)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Names of those who hold a briefing. */
  static List<String> names(Briefing briefing) {
    return briefing.spokespersons().stream()
        .map(Briefing.Spokesperson::name)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static int questions(Briefing briefing) {
    return (int)
        briefing.exchanges().stream().filter(e -> e.kind() == Exchange.Kind.QUESTION).count();
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
