package dev.podium.gateway.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import dev.podium.gateway.exchange.ExchangeView.Highlights;
import dev.podium.gateway.exchange.StoredExchange.Spoken;
import dev.podium.gateway.highlight.MarkedText;
import dev.podium.gateway.highlight.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks the index to mark what it found, and reads the marks. */
final class Highlighting {

  /** Whole texts with all that the query found marked. */
  static Highlight request(Query text, List<String> languages) {
    List<NamedValue<HighlightField>> fields =
        Stream.of(Fields.QUESTION, Fields.ANSWER)
            .flatMap(part -> fields(part, languages))
            .distinct()
            .map(field -> NamedValue.of(field, HighlightField.of(f -> f)))
            .toList();
    return Highlight.of(
        h ->
            h.type(HighlighterType.Unified)
                .numberOfFragments(0)
                .preTags(MarkedText.OPEN)
                .postTags(MarkedText.CLOSE)
                .highlightQuery(text)
                .fields(fields));
  }

  private static Stream<String> fields(String part, List<String> languages) {
    return languages.stream()
        .flatMap(language -> Stream.of(Fields.text(part, language), Fields.exact(part, language)));
  }

  /** What is marked in the texts of an exchange. */
  static Highlights read(Spoken texts, Map<String, List<String>> marked) {
    return new Highlights(
        spans(Fields.QUESTION, texts.question(), marked),
        spans(Fields.ANSWER, texts.answer(), marked));
  }

  private static List<Span> spans(String part, String text, Map<String, List<String>> marked) {
    List<String> markings =
        marked.entrySet().stream()
            .filter(field -> field.getKey().startsWith(part + '.'))
            .flatMap(field -> field.getValue().stream())
            .toList();
    return text == null ? List.of() : MarkedText.spans(text, markings);
  }

  private Highlighting() {}
}
