package dev.podium.index.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.document.ExchangeDocument;
import dev.podium.index.document.HistoryDocument;
import dev.podium.index.document.Languages;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The mappings are strict, so they and the documents must name the same fields. */
class MappingTest {

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyFieldOfADocumentIsMapped(Kind kind) {
    Class<?> document =
        switch (kind) {
          case BRIEFINGS -> BriefingDocument.class;
          case EXCHANGES -> ExchangeDocument.class;
          case HISTORY -> HistoryDocument.class;
        };

    assertThat(mapping(kind.alias()).path("dynamic").asText()).isEqualTo("strict");
    assertThat(names(mapping(kind.alias()))).isEqualTo(components(document));
  }

  @Test
  void everyFieldOfAnOriginIsMapped() {
    JsonNode origin = mapping("exchanges").path("properties").path("briefing");

    assertThat(names(origin)).isEqualTo(components(ExchangeDocument.Origin.class));
  }

  @ParameterizedTest
  @CsvSource({"exchanges,question", "exchanges,answer", "briefings,title"})
  void everyLanguageHasAField(String index, String field) {
    JsonNode texts = mapping(index).path("properties").path(field);

    assertThat(names(texts)).isEqualTo(Languages.ANALYSED);
    texts
        .path("properties")
        .forEach(text -> assertThat(text.path("analyzer").asText()).startsWith("briefing_"));
  }

  @ParameterizedTest
  @CsvSource({
    "fr,fr",
    "fr-CA,fr",
    "zh-Hant,zh",
    "zh-Hans-CN,zh",
    "EN,en",
    "ja,ja",
    "sr-Latn,und",
    "'',und",
    "not a tag,und",
    ",und"
  })
  void aLanguageHasItsField(String tag, String field) {
    assertThat(Languages.field(tag)).isEqualTo(field);
  }

  @Test
  void analyzersComeFromWhereTheyAre() {
    assertThat(Analysis.of(Set.of(Set.of("briefing-analysis")))).isEqualTo(Analysis.PLUGIN);
    assertThat(Analysis.of(Set.of(Set.of("analysis-common"), Set.of("analysis-common", "x"))))
        .isEqualTo(Analysis.SETTINGS);
    // One node without our plugin: the index would not open there.
    assertThat(
            Analysis.of(
                Set.of(Set.of("analysis-common", "briefing-analysis"), Set.of("analysis-common"))))
        .isEqualTo(Analysis.SETTINGS);
    assertThatThrownBy(() -> Analysis.of(Set.of(Set.of("x"))))
        .hasMessageContaining("briefing-analysis");
  }

  private static Set<String> components(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }

  private static Set<String> names(JsonNode mapping) {
    Set<String> names = new HashSet<>();
    mapping.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode mapping(String name) {
    try (InputStream in = MappingTest.class.getResourceAsStream("/schema/" + name + ".json")) {
      return EventJson.MAPPER.readTree(in).path("mappings");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
