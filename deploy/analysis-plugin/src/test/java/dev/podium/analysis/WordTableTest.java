package dev.podium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Reads the table as the search does: a query finds a document that holds it as a phrase. */
class WordTableTest {

  private static final Map<String, AnalyzerFactory> FACTORIES = factories();

  private record Word(int position, String term) {}

  @ParameterizedTest
  @CsvFileSource(resources = "words.csv", useHeadersInDisplayName = true)
  void aQueryFindsADocument(String analyzer, String document, String query, String finds)
      throws IOException {
    List<Word> text = words(FACTORIES.get(analyzer), document);
    AnalyzerFactory forQueries =
        FACTORIES.getOrDefault(analyzer + "_search", FACTORIES.get(analyzer));

    List<Word> phrase = words(forQueries, query);

    assertThat(phrase).isNotEmpty();
    assertThat(holds(text, phrase)).as("%s in %s", phrase, text).isEqualTo(finds.equals("yes"));
  }

  private static Map<String, AnalyzerFactory> factories() {
    Map<String, AnalyzerFactory> byName = new HashMap<>();
    for (Class<?> type : BriefingAnalyzers.class.getDeclaredClasses()) {
      NamedComponent name = type.getAnnotation(NamedComponent.class);
      if (name != null) {
        byName.put(name.value(), create(type));
      }
    }
    return byName;
  }

  private static AnalyzerFactory create(Class<?> type) {
    try {
      return (AnalyzerFactory) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made as the server makes it", e);
    }
  }

  private static List<Word> words(AnalyzerFactory factory, String text) throws IOException {
    List<Word> words = new ArrayList<>();
    try (Analyzer analyzer = factory.create();
        TokenStream tokens = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      int position = -1;
      tokens.reset();
      while (tokens.incrementToken()) {
        position += step.getPositionIncrement();
        words.add(new Word(position, term.toString()));
      }
      tokens.end();
    }
    return words;
  }

  private static boolean holds(List<Word> text, List<Word> phrase) {
    Set<Word> all = new HashSet<>(text);
    int first = phrase.getFirst().position();
    return text.stream()
        .map(Word::position)
        .anyMatch(
            start ->
                phrase.stream()
                    .allMatch(
                        word ->
                            all.contains(new Word(start + word.position() - first, word.term()))));
  }
}
