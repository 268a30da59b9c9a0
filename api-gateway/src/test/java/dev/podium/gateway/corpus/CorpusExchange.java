package dev.podium.gateway.corpus;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Exchange.Answer;
import dev.podium.contracts.briefing.Exchange.Answered;
import dev.podium.contracts.briefing.Exchange.Asker;
import dev.podium.contracts.briefing.Exchange.Kind;
import dev.podium.contracts.briefing.Exchange.Outlet;
import dev.podium.contracts.briefing.Exchange.Part;
import dev.podium.contracts.briefing.Exchange.Question;
import dev.podium.contracts.briefing.Exchange.Speaker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An exchange of the test's own making, and its document in the index. */
record CorpusExchange(
    String id,
    int ordinal,
    String asker,
    String outlet,
    String question,
    String speaker,
    String answer,
    String status,
    String replacedBy) {

  CorpusExchange answering(String other) {
    return new CorpusExchange(
        id, ordinal, asker, outlet, question, speaker, other, status, replacedBy);
  }

  private boolean isStatement() {
    return question == null;
  }

  Exchange exchange(CorpusPage page) {
    return new Exchange(
        id,
        ordinal,
        isStatement() ? Kind.STATEMENT : Kind.QUESTION,
        answered(),
        isStatement()
            ? null
            : new Question(question, whoAsked(), page.segments(question), List.of()),
        answer == null ? null : new Answer(answer, List.of(part(page)), List.of()),
        null,
        null,
        List.of());
  }

  private Answered answered() {
    if (isStatement()) {
      return null;
    }
    return answer == null ? Answered.NO : Answered.HERE;
  }

  private Asker whoAsked() {
    return new Asker(asker, null, asker == null ? List.of() : List.of(new Outlet(outlet, asker)));
  }

  private Part part(CorpusPage page) {
    return new Part(
        speaker == null ? null : new Speaker(speaker, speaker + " by name", null),
        answer,
        page.segments(answer));
  }

  Map<String, Object> document(CorpusBriefing briefing) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", id);
    document.put("version", briefing.version());
    document.put("status", status);
    document.put("replacedBy", replacedBy);
    document.put("ordinal", ordinal);
    document.put("kind", isStatement() ? "statement" : "question");
    document.put("answered", isStatement() ? null : answer == null ? "no" : "here");
    document.put("followUp", false);
    document.put("briefing", briefing.summary());
    document.put("asker", asker);
    document.put("outlets", outlet == null ? List.of() : List.of(outlet));
    document.put("outletNames", asker == null ? List.of() : List.of(asker));
    document.put("speakers", speaker == null ? List.of() : List.of(speaker));
    document.put("speakerNames", speaker == null ? List.of() : List.of(speaker + " by name"));
    document.put("spokespersons", briefing.spokespersonIds());
    document.put("spokespersonNames", briefing.spokespersonNames());
    document.put("question", text(briefing, question));
    document.put("answer", text(briefing, answer));
    document.put("exchange", exchange(briefing.page()));
    return document;
  }

  private static Map<String, String> text(CorpusBriefing briefing, String text) {
    return text == null ? null : Map.of(briefing.analysedLanguage(), text);
  }
}
