package dev.podium.index.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import dev.podium.index.Answering;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that Elasticsearch, or something in between, gives on a bad day. */
class ElasticsearchBulkTest {

  private static final List<BulkItem> TWO =
      List.of(
          BulkItem.put("briefings-1", "a", 1, new byte[] {'{', '}'}),
          BulkItem.put("briefings-1", "b", 1, new byte[] {'{', '}'}));
  private static final String DONE =
      "{\"index\":{\"_index\":\"briefings-1\",\"_id\":\"a\",\"status\":201}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "<html>It works!</html>",
        "{\"took\":1,\"errors\":false}",
        "{\"took\":1,\"errors\":false,\"items\":[]}",
        "{\"took\":1,\"errors\":false,\"items\":[" + DONE + "]}",
        "{\"took\":1,\"errors\":false,\"items\":[" + DONE + ',' + DONE + ',' + DONE + "]}",
        "{\"took\":1,\"errors\":false,\"items\":[" + DONE + ",{\"index\":{}}]}",
        "{\"took\":1,\"errors\":false,\"items\":[" + DONE + ','
      })
  void anAnswerThatCannotBeReadDoesNotSayThatAnythingIsDone(String answer) throws IOException {
    assertThat(send(200, answer))
        .hasSize(2)
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(BulkOutcome.Retry.class));
  }

  @Test
  void anAnswerToEachTellsOfEach() throws IOException {
    assertThat(send(200, "{\"took\":1,\"errors\":false,\"items\":[" + DONE + ',' + DONE + "]}"))
        .containsExactly(BulkOutcome.DONE, BulkOutcome.DONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void aStatusThatPassesIsTriedAgain(int passing) throws IOException {
    assertThat(send(passing, "<html>Bad Gateway</html>"))
        .hasSize(2)
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(BulkOutcome.Retry.class));
  }

  @Test
  void aRequestThatIsTooLargeIsRefusedAsAWhole() throws IOException {
    assertThatExceptionOfType(BulkTransport.RefusedException.class)
        .isThrownBy(() -> send(413, "<html>Request Entity Too Large</html>"));
  }

  private static List<BulkOutcome> send(int status, String body) throws IOException {
    try (Answering elasticsearch = new Answering(status, body)) {
      RestClientTransport transport =
          new RestClientTransport(elasticsearch.client(), new JacksonJsonpMapper());
      return new ElasticsearchBulk(new ElasticsearchClient(transport)).send(TWO);
    }
  }
}
