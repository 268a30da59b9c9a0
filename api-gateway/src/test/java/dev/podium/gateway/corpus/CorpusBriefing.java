package dev.podium.gateway.corpus;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Briefing.Parser;
import dev.podium.contracts.briefing.Briefing.Revision;
import dev.podium.contracts.briefing.Briefing.Spokesperson;
import dev.podium.contracts.briefing.Briefing.State;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.PageIds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A briefing of the test's own making, and its document in the index. */
record CorpusBriefing(
    String url,
    String language,
    LocalDate date,
    String title,
    String state,
    List<Spokesperson> spokespersons,
    List<CorpusExchange> exchanges) {

  static final int LATEST = 4;
  static final Instant FETCHED = Instant.parse("2026-01-01T08:00:00.000Z");

  String id() {
    return PageIds.of(url);
  }

  CorpusPage page() {
    return CorpusPage.of(title, exchanges);
  }

  /** Of the page, of which one more was fetched each hour until {@link #FETCHED}. */
  static int number(Instant fetched) {
    return LATEST - (int) Duration.between(fetched, FETCHED).toHours();
  }

  long version() {
    return version(FETCHED);
  }

  private static long version(Instant fetched) {
    return fetched.toEpochMilli() * 1000 + 1;
  }

  /** The same, but one exchange was answered in other words. */
  CorpusBriefing answering(int ordinal, String other) {
    List<CorpusExchange> edited =
        exchanges.stream().map(e -> e.ordinal() == ordinal ? e.answering(other) : e).toList();
    return new CorpusBriefing(url, language, date, title, state, spokespersons, edited);
  }

  private String source() {
    return "corpus-" + language.toLowerCase(java.util.Locale.ROOT);
  }

  private String occasion() {
    return date == null ? null : "corpus:regular:" + date;
  }

  String analysedLanguage() {
    return java.util.Locale.forLanguageTag(language).getLanguage();
  }

  List<String> spokespersonIds() {
    return spokespersons.stream().map(Spokesperson::id).toList();
  }

  List<String> spokespersonNames() {
    return spokespersons.stream().map(Spokesperson::name).toList();
  }

  Map<String, Object> summary() {
    Map<String, Object> summary = common();
    summary.put("id", id());
    summary.put("version", version());
    summary.put("title", title);
    summary.put("state", state);
    return summary;
  }

  private Map<String, Object> common() {
    Map<String, Object> common = new LinkedHashMap<>();
    common.put("url", url);
    common.put("link", url + "?fetched");
    common.put("source", source());
    common.put("organisation", "corpus");
    common.put("series", "regular");
    common.put("occasion", occasion());
    common.put("language", language);
    common.put("date", date);
    common.put("fetchedAt", EventJson.utcMillis(FETCHED));
    return common;
  }

  Map<String, Object> document() {
    Map<String, Object> document = common();
    document.put("id", id());
    document.put("version", version());
    document.put("contentVersion", version());
    document.put("state", state);
    document.put("title", Map.of(analysedLanguage(), title));
    document.put("spokespersons", spokespersonIds());
    document.put("spokespersonNames", spokespersonNames());
    document.put("exchangeCount", exchanges.size());
    document.put("questionCount", exchanges.stream().filter(e -> e.question() != null).count());
    document.put("incomplete", List.of());
    document.put(
        "exchanges",
        exchanges.stream().map(e -> Map.of("id", e.id(), "version", version())).toList());
    document.put("revisions", List.of(version()));
    document.put("briefing", briefing());
    return document;
  }

  /** The documents of the history of a revision, by id. */
  Map<String, Map<String, Object>> history(Instant fetched) {
    Map<String, Map<String, Object>> documents = new LinkedHashMap<>();
    Map<String, Object> revision = revision(id(), "revision", fetched);
    revision.put("exchanges", exchanges.stream().map(CorpusExchange::id).toList());
    revision.put("briefing", briefing(fetched, List.of()));
    documents.put(id() + '-' + version(fetched), revision);
    for (CorpusExchange one : exchanges) {
      Map<String, Object> exchange = revision(one.id(), "exchange", fetched);
      exchange.put("exchange", one.exchange(page()));
      documents.put(one.id() + '-' + version(fetched), exchange);
    }
    return documents;
  }

  private Map<String, Object> revision(String id, String type, Instant fetched) {
    Map<String, Object> revision = new LinkedHashMap<>();
    revision.put("id", id);
    revision.put("briefingId", id());
    revision.put("type", type);
    revision.put("version", version(fetched));
    revision.put("fetchedAt", EventJson.utcMillis(fetched));
    revision.put("recordedAt", EventJson.utcMillis(fetched.plusSeconds(1)));
    return revision;
  }

  private Briefing briefing() {
    return briefing(FETCHED, exchanges.stream().map(one -> one.exchange(page())).toList());
  }

  private Briefing briefing(Instant fetched, List<Exchange> shown) {
    return new Briefing(
        id(),
        version(fetched),
        State.PRESENT,
        url,
        source(),
        "corpus",
        "regular",
        occasion(),
        language,
        title,
        date,
        "Europe/Paris",
        null,
        null,
        spokespersons,
        new Revision(
            number(fetched), fetched, page().sha256(), "UTF-8", "1".repeat(64), url + "?fetched"),
        new Parser(1, "generic"),
        1.0,
        List.of(),
        List.of(),
        null,
        List.of(),
        shown,
        List.of());
  }
}
