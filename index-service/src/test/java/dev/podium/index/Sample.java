package dev.podium.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.ExchangeIds;
import dev.podium.contracts.identity.Occasions;
import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.identity.Versions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Revisions of a page that we make up. */
public final class Sample {

  public static final Instant FIRST = Instant.parse("2026-03-13T12:00:00Z");

  private final String url;
  private final ExchangeIds ids;
  private final List<Exchange> exchanges = new ArrayList<>();
  private Instant fetchedAt = FIRST;
  private int release = 1;
  private String title = "Point de presse du 13 mars 2026";
  private LocalDate date = LocalDate.of(2026, 3, 13);
  private String text;
  private String outlet = "afp";
  private String spokesperson = "lin-yue";
  private String series = "regular";

  private Sample(String url) {
    this.url = url;
    this.ids = new ExchangeIds(PageIds.of(url));
  }

  public static Sample page(String name) {
    return new Sample("https://mfa.lanhai.example/fra/" + name + ".html");
  }

  /** Fetched so many minutes after the first time. */
  public Sample minute(int minutes) {
    fetchedAt = FIRST.plusSeconds(60L * minutes);
    return this;
  }

  public Sample release(int number) {
    release = number;
    return this;
  }

  public Sample title(String words) {
    title = words;
    return this;
  }

  public Sample date(LocalDate day) {
    date = day;
    return this;
  }

  /** The page's visible text, where it does not follow from the exchanges. */
  public Sample text(String visible) {
    text = visible;
    return this;
  }

  /** The registry id of who asks from now on. */
  public Sample outlet(String id) {
    outlet = id;
    return this;
  }

  /** The registry id of who holds the briefing. */
  public Sample spokesperson(String id) {
    spokesperson = id;
    return this;
  }

  public Sample series(String id) {
    series = id;
    return this;
  }

  public Sample statement(String words) {
    return add(Exchange.Kind.STATEMENT, words, null, answer(words));
  }

  public Sample asked(String question, String answer) {
    Exchange.Asker asker =
        new Exchange.Asker("AFP", null, List.of(new Exchange.Outlet(outlet, "AFP")));
    return add(
        Exchange.Kind.QUESTION,
        question,
        new Exchange.Question(question, asker, List.of(), List.of()),
        answer == null ? null : answer(answer));
  }

  public Briefing present() {
    String visible = text == null ? exchanges.toString() : text;
    return briefing(Briefing.State.PRESENT, title, date, Integer.toHexString(visible.hashCode()));
  }

  public Briefing gone() {
    exchanges.clear();
    return briefing(Briefing.State.GONE, null, null, null);
  }

  /** The same page, but what it shows is no briefing. */
  public static Briefing rejected(Briefing page) {
    ObjectNode json = EventJson.MAPPER.valueToTree(page);
    json.putObject("rejection").put("code", "no_exchanges").put("text", "a maintenance notice");
    return EventJson.MAPPER.convertValue(json, Briefing.class);
  }

  private Sample add(
      Exchange.Kind kind, String words, Exchange.Question question, Exchange.Answer answer) {
    exchanges.add(
        new Exchange(
            ids.next(kind, words),
            exchanges.size() + 1,
            kind,
            question == null ? null : answered(answer),
            question,
            answer,
            null,
            null,
            List.of()));
    return this;
  }

  private static Exchange.Answered answered(Exchange.Answer answer) {
    return answer == null ? Exchange.Answered.NO : Exchange.Answered.HERE;
  }

  private static Exchange.Answer answer(String words) {
    Exchange.Speaker speaker = new Exchange.Speaker("lin-yue", "Lin Yue", "R");
    return new Exchange.Answer(
        words, List.of(new Exchange.Part(speaker, words, List.of())), List.of());
  }

  private Briefing briefing(
      Briefing.State state, String heading, LocalDate day, String textSha256) {
    return new Briefing(
        PageIds.of(url),
        Versions.of(fetchedAt, release),
        state,
        url,
        "sample-lanhai-fr",
        "sample-lanhai",
        series,
        Occasions.of("sample-lanhai", series, day),
        "fr",
        heading,
        day,
        "Asia/Shanghai",
        null,
        null,
        heading == null
            ? List.of()
            : List.of(new Briefing.Spokesperson(spokesperson, "Lin Yue", "porte-parole")),
        new Briefing.Revision(1, fetchedAt, textSha256, "UTF-8", textSha256, url),
        new Briefing.Parser(release, "mfa"),
        1,
        List.of(),
        List.of(),
        null,
        List.of(),
        exchanges,
        List.of());
  }
}
