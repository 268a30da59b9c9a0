package dev.podium.gateway.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredHitsTest {

  private static final String ANSWER =
      """
      {"took": 1, "pit_id": "point", "timed_out": false, "_shards": {"total": 1, "failures": []},
       "hits": {"total": {"value": 7, "relation": "eq"}, "max_score": null, "hits": [
         {"_id": "a", "_source": {"text": "朝鲜 😀 }\\"{", "more": [1, {}]}, "sort": [1, "x"],
          "highlight": {"answer.zh": ["[朝鲜]", "x"], "answer.und": []}},
         {"_id": "b", "_score": 1.5, "_source": {}, "sort": [2.5, null, true]}]},
       "aggregations": {"sterms#hits": {"buckets": [{"key": "fr", "doc_count": 3}]}}}
      """;

  private static StoredHits<JsonSlice> read(String answer) throws IOException {
    return StoredHits.read(
        answer.getBytes(StandardCharsets.UTF_8), JsonSlice::at, new JacksonJsonpMapper());
  }

  @Test
  void documentsAreTheBytesThatWereSent() throws IOException {
    StoredHits<JsonSlice> found = read(ANSWER);

    assertThat(found.total()).isEqualTo(7);
    assertThat(found.point()).isEqualTo("point");
    assertThat(found.documents()).hasSize(2);
    assertThat(found.hits().getLast().sort())
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
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeRaw(slice.members());
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void longDocumentsToo() throws IOException {
    String text = "朝".repeat(100_000);

    JsonSlice slice =
        read("{\"hits\": {\"hits\": [{\"_source\": {\"a\": \"" + text + "\"}}]}}")
            .documents()
            .getFirst();

    assertThat(members(slice)).isEqualTo("\"a\": \"" + text + '"');
  }

  @Test
  void whatWasMarkedAndCountedIsReadToo() throws IOException {
    StoredHits<JsonSlice> found = read(ANSWER);

    assertThat(found.isCounted()).isTrue();
    assertThat(found.totalExact()).isTrue();
    assertThat(found.hits()).extracting(StoredHit::id).containsExactly("a", "b");
    assertThat(found.hits().getFirst().highlight())
        .isEqualTo(Map.of("answer.zh", List.of("[朝鲜]", "x"), "answer.und", List.of()));
    assertThat(found.hits().getLast().highlight()).isEmpty();
    assertThat(found.aggregations().get("hits").sterms().buckets().array())
        .extracting(bucket -> bucket.key().stringValue(), bucket -> bucket.docCount())
        .containsExactly(tuple("fr", 3L));
  }

  @Test
  void moreThanWereCounted() throws IOException {
    StoredHits<JsonSlice> found =
        read("{\"hits\": {\"total\": {\"value\": 9, \"relation\": \"gte\"}, \"hits\": []}}");

    assertThat(found.total()).isEqualTo(9);
    assertThat(found.totalExact()).isFalse();
  }

  @Test
  void nothingFoundIsSaid() throws IOException {
    assertThat(read("{\"hits\": {\"hits\": []}}").documents()).isEmpty();
    assertThat(read("{\"hits\": {\"hits\": []}}").isCounted()).isFalse();
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
        "{\"hits\": {\"hits\": [{\"_id\": \"a\"}]}}",
        "<html>It works!</html>"
      })
  void anAnswerWithoutHitsDoesNotPassForASearchThatFoundNothing(String answer) {
    assertThatIOException().isThrownBy(() -> read(answer));
  }
}
