package dev.podium.index.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * The definition for a full Elasticsearch, which is not there in tests: read here as it reads it,
 * onto the filters of Lucene that it has, and held by the same table of words as the plugin.
 */
class SettingsAnalysisTest {

  private static final JsonNode ANALYSIS = read().path("analysis");

  private record Word(int position, String term) {}

  @ParameterizedTest
  @CsvFileSource(resources = "/dev/podium/analysis/words.csv", useHeadersInDisplayName = true)
  void aQueryFindsADocument(String analyzer, String document, String query, String finds)
      throws IOException {
    boolean ofItsOwn = ANALYSIS.path("analyzer").has(analyzer + "_search");
    List<Word> text = words(analyzer, document);

    List<Word> phrase = words(ofItsOwn ? analyzer + "_search" : analyzer, query);

    assertThat(phrase).isNotEmpty();
    assertThat(holds(text, phrase)).as("%s in %s", phrase, text).isEqualTo(finds.equals("yes"));
  }

  private static JsonNode read() {
    try (InputStream in =
        SettingsAnalysisTest.class.getResourceAsStream("/schema/settings-full.json")) {
      return EventJson.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Word> words(String name, String text) throws IOException {
    List<Word> words = new ArrayList<>();
    try (Analyzer analyzer = analyzer(ANALYSIS.path("analyzer").path(name));
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

  private static Analyzer analyzer(JsonNode definition) {
    assertThat(definition.path("type").asText()).isEqualTo("custom");
    assertThat(definition.path("tokenizer").asText()).isEqualTo("standard");
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer words = new StandardTokenizer();
        TokenStream filtered = words;
        for (JsonNode filter : definition.path("filter")) {
          filtered = filter(filter.asText(), filtered);
        }
        return new TokenStreamComponents(words, filtered);
      }
    };
  }

  private static TokenStream filter(String name, TokenStream in) {
    JsonNode own = ANALYSIS.path("filter").path(name);
    return switch (own.isMissingNode() ? name : own.path("type").asText()) {
      case "cjk_width" -> new CJKWidthFilter(in);
      case "lowercase" -> new LowerCaseFilter(in);
      case "asciifolding" -> new ASCIIFoldingFilter(in);
      case "decimal_digit" -> new DecimalDigitFilter(in);
      case "arabic_normalization" -> new ArabicNormalizationFilter(in);
      case "german_normalization" -> new GermanNormalizationFilter(in);
      case "kstem" -> new KStemFilter(in);
      case "elision" -> new ElisionFilter(in, articles(own));
      case "pattern_replace" -> replace(own, in);
      case "cjk_bigram" -> pairs(own, in);
      case "stemmer" -> stemmer(own.path("language").asText(), in);
      default -> throw new IllegalArgumentException("no filter " + name);
    };
  }

  private static CharArraySet articles(JsonNode definition) {
    List<String> articles = new ArrayList<>();
    definition.path("articles").forEach(article -> articles.add(article.asText()));
    return new CharArraySet(articles, definition.path("articles_case").asBoolean());
  }

  private static TokenStream replace(JsonNode definition, TokenStream in) {
    Pattern pattern = Pattern.compile(definition.path("pattern").asText());
    return new PatternReplaceFilter(in, pattern, definition.path("replacement").asText(), true);
  }

  private static TokenStream pairs(JsonNode definition, TokenStream in) {
    int all = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA;
    return new CJKBigramFilter(
        in, all | CJKBigramFilter.HANGUL, definition.path("output_unigrams").asBoolean());
  }

  private static TokenStream stemmer(String language, TokenStream in) {
    return switch (language) {
      case "arabic" -> new ArabicStemFilter(in);
      case "light_french" -> new FrenchLightStemFilter(in);
      case "light_german" -> new GermanLightStemFilter(in);
      case "light_portuguese" -> new PortugueseLightStemFilter(in);
      case "light_spanish" -> new SpanishLightStemFilter(in);
      case "possessive_english" -> new EnglishPossessiveFilter(in);
      case "russian" -> new SnowballFilter(in, new RussianStemmer());
      default -> throw new IllegalArgumentException("no stemmer " + language);
    };
  }

  private static boolean holds(List<Word> text, List<Word> phrase) {
    Set<Word> all = new HashSet<>(text);
    int first = phrase.getFirst().position();
    return text.stream()
        .map(Word::position)
        .anyMatch(
            start ->
                phrase.stream()
                    .map(word -> new Word(start + word.position() - first, word.term()))
                    .allMatch(all::contains));
  }
}
