package dev.podium.index.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.Documents;
import dev.podium.index.IndexTest;
import dev.podium.index.TestElasticsearch;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table of words that the analysis plugin is held by, on Elasticsearch with our mapping. */
@IndexTest
class WordTableIT {

  private static final String INDEX = "words";

  @Inject Indices indices;
  @Inject SchemaSettings settings;

  @BeforeEach
  void makeIndex() {
    TestElasticsearch.running();
    indices.create(
        INDEX, new Definitions(settings).of(new Generation(900), Kind.EXCHANGES, Analysis.PLUGIN));
  }

  @AfterAll
  static void dropIndex() {
    Documents.ask("DELETE", '/' + INDEX, null);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/dev/podium/analysis/words.csv", useHeadersInDisplayName = true)
  void aQueryFindsADocument(String analyzer, String document, String query, String finds) {
    String language = analyzer.substring("briefing_".length()).replace("cjk", "zh");
    String id = UUID.randomUUID().toString();
    ObjectNode source = EventJson.MAPPER.createObjectNode().put("id", id);
    source.putObject("question").put(language, document);
    Documents.ask("PUT", '/' + INDEX + "/_doc/" + id, source.toString());

    ObjectNode search = EventJson.MAPPER.createObjectNode();
    search.withObject("/bool/filter/term").put("id", id);
    search.withObject("/bool/must/match_phrase").put("question." + language, query);
    long found = Documents.count(INDEX, search.toString());

    assertThat(found).isEqualTo(finds.equals("yes") ? 1 : 0);
  }
}
