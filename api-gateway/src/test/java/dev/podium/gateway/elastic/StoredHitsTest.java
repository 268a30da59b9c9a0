package dev.podium.gateway.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredHitsTest {

  private static final String ANSWER =
      """
      {"took": 1, "pit_id": "point", "timed_out": false, "_shards": {"total": 1, "failures": []},
       "hits": {"total": {"value": 7, "relation": "eq"}, "max_score": null, "hits": [
         {"_id": "a", "_source": {"text": "朝鲜 😀 }\\"{", "more": [1, {}]}, "sort": [1, "x"]},
         {"_id": "b", "_score": 1.5, "_source": {}, "sort": [2.5, null, true]}]},
       "aggregations": {"hits": {"buckets": []}}}
      """;

  private static StoredHits<JsonSlice> read(String answer) throws IOException {
    return StoredHits.read(answer.getBytes(StandardCharsets.UTF_8), JsonSlice::at);
  }

  @Test
  void documentsAreTheBytesThatWereSent() throws IOException {
    StoredHits<JsonSlice> found = read(ANSWER);

    assertThat(found.total()).isEqualTo(7);
    assertThat(found.point()).isEqualTo("point");
    assertThat(found.documents()).hasSize(2);
    assertThat(found.last())
        .extracting(FieldValue::_toJsonString)
        .containsExactly("2.5", "null", "true");
    JsonSlice first = found.documents().getFirst();
    assertThat(first.read(JsonNode.class).path("text").asText()).isEqualTo("朝鲜 😀 }\"{");
    assertThat(members(first)).isEqualTo("\"text\": \"朝鲜 😀 }\\\"{\", \"more\": [1, {}]");
    assertThat(members(found.documents().getLast())).isEmpty();
    assertThat(first.isSame(read(ANSWER).documents().getFirst())).isTrue();
    assertThat(first.isSame(found.documents().getLast())).isFalse();
  }

  private static String members(JsonSlice slice) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    slice.writeMembers(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void nothingFoundIsSaid() throws IOException {
    assertThat(read("{\"hits\": {\"hits\": []}}").documents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"hits\": {}}",
        "{\"hits\": {\"total\": {\"value\": 7}}}",
        "{\"hits\": {\"hits\": [",
        "{\"hits\": {\"hits\": [{\"_source\": {\"a\": 1}",
        "{\"hits\": {\"hits\": [1]}}",
        "<html>It works!</html>"
      })
  void anAnswerWithoutHitsDoesNotPassForASearchThatFoundNothing(String answer) {
    assertThatIOException().isThrownBy(() -> read(answer));
  }
}
