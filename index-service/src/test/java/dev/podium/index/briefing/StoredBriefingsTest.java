package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.schema.Generation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents so large that the client takes only some of them in one answer. */
class StoredBriefingsTest {

  private static final int TOGETHER = 3;
  private static final long MORE_THAN_THE_CLIENT_TAKES = 101L * 1024 * 1024;
  private static final byte[] PIECE = new byte[1024 * 1024];

  private final List<Integer> asked = new ArrayList<>();
  private HttpServer server;
  private RestClient client;

  @BeforeEach
  void serverRuns() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    client =
        RestClient.builder(
                new HttpHost(server.getAddress().getAddress(), server.getAddress().getPort()))
            .build();
  }

  @AfterEach
  void nothingStays() throws IOException {
    client.close();
    server.stop(0);
  }

  @Test
  void areAskedForInParts() {
    List<String> ids = List.of("a", "b", "c", "d", "e", "f", "g");

    Map<String, BriefingDocument> marks = new StoredBriefings(client).marks(new Generation(1), ids);

    assertThat(marks.keySet()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(asked).containsExactly(7, 3, 4, 2, 2);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode ids = EventJson.MAPPER.readTree(exchange.getRequestBody()).path("ids");
      asked.add(ids.size());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      if (ids.size() > TOGETHER) {
        exchange.sendResponseHeaders(200, MORE_THAN_THE_CLIENT_TAKES);
        for (long sent = 0; sent < MORE_THAN_THE_CLIENT_TAKES; sent += PIECE.length) {
          exchange.getResponseBody().write(PIECE);
        }
        return;
      }
      ObjectNode json = EventJson.MAPPER.createObjectNode();
      for (JsonNode id : ids) {
        ObjectNode document = json.withArray("docs").addObject().put("found", true);
        document.put("_id", id.asText());
        document
            .putObject("_source")
            .put("version", 1)
            .put("exchangeCount", 0)
            .put("questionCount", 0);
      }
      byte[] body = EventJson.write(json);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
