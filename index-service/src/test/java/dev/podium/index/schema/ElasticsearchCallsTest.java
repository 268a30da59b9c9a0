package dev.podium.index.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.podium.contracts.event.EventJson;
import dev.podium.index.Answering;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticsearchCallsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"hits\": {}}",
        "<html>It works!</html>",
        "{\"hits\": {"
      })
  void aSearchWhoseAnswerHasNoHitsDidNotFindNothing(String answer) throws IOException {
    try (Answering elasticsearch = new Answering(200, answer)) {
      ElasticsearchCalls calls = new ElasticsearchCalls(elasticsearch.client());

      assertThatExceptionOfType(SchemaException.class)
          .isThrownBy(() -> calls.search("history-1", EventJson.MAPPER.createObjectNode()));
    }
  }

  @Test
  void aSearchThatFoundNothingSaysSo() throws IOException {
    try (Answering elasticsearch = new Answering(200, "{\"hits\": {\"hits\": []}}")) {
      ElasticsearchCalls calls = new ElasticsearchCalls(elasticsearch.client());

      assertThat(calls.search(null, EventJson.MAPPER.createObjectNode()).at("/hits/hits"))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"_shards\": {\"total\": 3, \"successful\": 2, \"failed\": 1}}",
        "{\"hits\": {\"hits\": []}}"
      })
  void aRefreshThatIsNotOfAllShardsIsNone(String answer) throws IOException {
    try (Answering elasticsearch = new Answering(200, answer)) {
      ElasticsearchCalls calls = new ElasticsearchCalls(elasticsearch.client());

      assertThatExceptionOfType(SchemaException.class)
          .isThrownBy(() -> calls.refresh("history-1,exchanges-1"))
          .withMessageContaining("history-1,exchanges-1");
    }
  }
}
