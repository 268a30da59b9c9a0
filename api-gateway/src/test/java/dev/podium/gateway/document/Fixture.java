package dev.podium.gateway.document;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Briefing.Parser;
import dev.podium.contracts.briefing.Briefing.Revision;
import dev.podium.contracts.briefing.Briefing.Spokesperson;
import dev.podium.contracts.briefing.Briefing.State;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Exchange.Answer;
import dev.podium.contracts.briefing.Exchange.Answered;
import dev.podium.contracts.briefing.Exchange.Asker;
import dev.podium.contracts.briefing.Exchange.Kind;
import dev.podium.contracts.briefing.Exchange.Outlet;
import dev.podium.contracts.briefing.Exchange.Part;
import dev.podium.contracts.briefing.Exchange.Question;
import dev.podium.contracts.briefing.Exchange.Speaker;
import dev.podium.gateway.briefing.BriefingDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A briefing in which every text is one given, and of every kind of exchange there is one. */
final class Fixture {

  /** What a page may say to break out of whatever it is shown in. */
  static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(1)> & ]]> \" ' {page} *a* _b_ `c` [d](e:f)"
          + " \\ | ~~g~~ $h$ \u0000\u0008\uFFFE\uD83D \uD83D\uDE00";

  static BriefingPage page(String text, String language) {
    return page(text, language, LocalDate.of(2024, 2, 29), exchanges(text));
  }

  static BriefingPage empty() {
    return page("Nothing", "und", null, List.of());
  }

  private static BriefingPage page(
      String text, String language, LocalDate date, List<Exchange> exchanges) {
    Briefing briefing =
        new Briefing(
            "abcdefghij234567",
            1767254400000001L,
            State.PRESENT,
            "https://source.example/page?a=1&b=2",
            "src",
            "org",
            "regular",
            null,
            language,
            text,
            date,
            date == null ? "Etc/UTC" : "Asia/Shanghai",
            date,
            null,
            List.of(new Spokesperson("ann one", text, text)),
            new Revision(
                3,
                Instant.parse("2026-01-01T08:00:00.000Z"),
                "0".repeat(64),
                "UTF-8",
                "1".repeat(64),
                "https://source.example/page?a=1&b=2"),
            new Parser(1, "generic"),
            1.0,
            List.of(),
            List.of(),
            null,
            List.of(),
            exchanges,
            List.of());
    return new BriefingPage(
        new BriefingDocument(
            briefing.version(), State.GONE, exchanges.size(), 1, List.of(), briefing),
        "https://api.example/v1/briefings/abcdefghij234567",
        id -> "https://api.example/v1/exchanges/" + id);
  }

  private static List<Exchange> exchanges(String text) {
    Asker outlet = new Asker(text, null, List.of(new Outlet("afp", text)));
    Asker person = new Asker(null, text, List.of());
    Asker nobody = new Asker(null, null, List.of());
    Speaker named = new Speaker("ann one", text, text);
    Speaker labelled = new Speaker(null, null, text);
    return List.of(
        exchange(1, Kind.STATEMENT, null, null, answer(text, null), null),
        exchange(
            2, Kind.QUESTION, Answered.HERE, question(text, outlet), answer(text, named), null),
        exchange(
            3, Kind.QUESTION, Answered.HERE, question(text, person), answer(text, labelled), null),
        exchange(4, Kind.QUESTION, Answered.ELSEWHERE, question(text, nobody), null, id(3)),
        exchange(5, Kind.QUESTION, Answered.NO, question(" ", outlet), null, null),
        exchange(
            6,
            Kind.QUESTION,
            Answered.HERE,
            question(text, outlet),
            new Answer(text + '\n' + text, List.of(), List.of()),
            null));
  }

  private static Question question(String text, Asker asker) {
    return new Question(text, asker, List.of(), List.of());
  }

  private static Answer answer(String text, Speaker speaker) {
    return new Answer(text, List.of(new Part(speaker, text, List.of())), List.of());
  }

  private static Exchange exchange(
      int ordinal,
      Kind kind,
      Answered answered,
      Question question,
      Answer answer,
      String answeredIn) {
    return new Exchange(
        id(ordinal), ordinal, kind, answered, question, answer, null, answeredIn, List.of());
  }

  static String id(int ordinal) {
    return "exchangeexchang" + (char) ('a' + ordinal);
  }

  private Fixture() {}
}
