package dev.podium.index.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

  private HttpServer server;
  private RestClient client;
  private volatile int status;
  private volatile String body;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    client =
        RestClient.builder(
                new HttpHost(InetAddress.getLoopbackAddress(), server.getAddress().getPort()))
            .build();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.stop(0);
  }

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
  void anAnswerThatCannotBeReadDoesNotSayThatAnythingIsDone(String answer) {
    assertThat(send(200, answer))
        .hasSize(2)
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(BulkOutcome.Retry.class));
  }

  @Test
  void anAnswerToEachTellsOfEach() {
    assertThat(send(200, "{\"took\":1,\"errors\":false,\"items\":[" + DONE + ',' + DONE + "]}"))
        .containsExactly(BulkOutcome.DONE, BulkOutcome.DONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void aStatusThatPassesIsTriedAgain(int passing) {
    assertThat(send(passing, "<html>Bad Gateway</html>"))
        .hasSize(2)
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(BulkOutcome.Retry.class));
  }

  @Test
  void aRequestThatIsTooLargeIsRefusedAsAWhole() {
    assertThatExceptionOfType(BulkTransport.RefusedException.class)
        .isThrownBy(() -> send(413, "<html>Request Entity Too Large</html>"));
  }

  private List<BulkOutcome> send(int code, String text) {
    status = code;
    body = text;
    ElasticsearchClient typed =
        new ElasticsearchClient(new RestClientTransport(client, new JacksonJsonpMapper()));
    return new ElasticsearchBulk(typed).send(TWO);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
    exchange
        .getResponseHeaders()
        .set("Content-Type", body.startsWith("<") ? "text/html" : "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
