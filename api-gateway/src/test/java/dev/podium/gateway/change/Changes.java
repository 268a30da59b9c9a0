package dev.podium.gateway.change;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.identity.ChangeIds;
import dev.podium.contracts.identity.PageIds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** Changes of the tests' own making; each series is a source of its own. */
public final class Changes {

  private final String source;

  /** Changes of a source. */
  public Changes(String source) {
    this.source = source;
  }

  /** So many new questions, each in a briefing of its own. */
  public List<Change> added(int count) {
    return IntStream.range(0, count).mapToObj(i -> added(Integer.toString(i))).toList();
  }

  /** A new question. */
  public Change added(String name) {
    return change(name, Change.Kind.ADDED, Change.Cause.SOURCE, "fr", "Un mot de " + name + ".");
  }

  /** The same as a change of another cause. */
  public Change added(String name, Change.Cause cause) {
    return change(name, Change.Kind.ADDED, cause, "fr", "Un mot de " + name + ".");
  }

  /** Any change of a question. */
  public Change change(
      String name, Change.Kind kind, Change.Cause cause, String language, String answer) {
    String briefing = PageIds.of("https://changes.example/" + source + '/' + name);
    String exchange = PageIds.of("https://changes.example/" + source + '/' + name + "/1");
    long version = 1_773_415_264_512_001L;
    Exchange text = exchange(exchange, answer);
    return new Change(
        ChangeIds.of(exchange, 0, version, kind),
        kind,
        cause,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        new Change.BriefingRef(
            briefing,
            "https://changes.example/" + source + '/' + name,
            "https://changes.example/" + source + '/' + name,
            source,
            "organisation-" + source,
            language,
            "Conférence " + name,
            LocalDate.of(2026, 3, 13),
            "regular",
            List.of(new Briefing.Spokesperson("gu-yichuan", "Gu Yichuan", null))),
        exchange,
        null,
        0,
        version,
        List.of(),
        null,
        text,
        List.of());
  }

  /** A change of an exchange that is somewhere already; the name tells changes apart. */
  public static Change of(String exchange, String briefing, Change.Kind kind, String name) {
    return of(exchange, null, briefing, kind, name);
  }

  /** The same of one that was another exchange before. */
  public static Change of(
      String exchange, String previous, String briefing, Change.Kind kind, String name) {
    Change model = new Changes("corpus").change(name, kind, Change.Cause.SOURCE, "fr", "Un mot.");
    Change.BriefingRef ref = model.briefing();
    return new Change(
        PageIds.of("https://changes.example/" + name),
        kind,
        Change.Cause.SOURCE,
        model.recordedAt(),
        new Change.BriefingRef(
            briefing,
            ref.url(),
            ref.link(),
            ref.source(),
            ref.organisation(),
            ref.language(),
            ref.title(),
            ref.date(),
            ref.series(),
            ref.spokespersons()),
        exchange,
        previous,
        0,
        1,
        List.of("answer.text"),
        null,
        model.after(),
        List.of());
  }

  private static Exchange exchange(String id, String answer) {
    Exchange.Asker asker =
        new Exchange.Asker("AFP", null, List.of(new Exchange.Outlet("afp", "AFP")));
    return new Exchange(
        id,
        1,
        Exchange.Kind.QUESTION,
        Exchange.Answered.HERE,
        new Exchange.Question("Que pense le ministère ?", asker, List.of(), List.of()),
        new Exchange.Answer(answer, List.of(new Exchange.Part(null, answer, List.of())), List.of()),
        null,
        null,
        List.of());
  }
}
