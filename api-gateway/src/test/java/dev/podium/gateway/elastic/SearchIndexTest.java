package dev.podium.gateway.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import com.sun.net.httpserver.HttpServer;
import dev.podium.kit.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchIndexTest {

  private final HttpServer server = server();
  private final RestClient http =
      RestClient.builder(new HttpHost("127.0.0.1", server.getAddress().getPort())).build();
  private final SearchIndex index = new SearchIndex(new ElasticsearchClients().client(http));

  @AfterEach
  void close() throws IOException {
    http.close();
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | {\"error\":{\"type\":\"index_not_found_exception\",\"reason\":\"no\"},\"status\":404} | 503",
        "503 | {\"error\":{\"type\":\"x\",\"reason\":\"no\"},\"status\":503}                          | 503",
        "429 | {\"error\":{\"type\":\"x\",\"reason\":\"no\"},\"status\":429}                          | 503",
        "400 | {\"error\":{\"type\":\"x\",\"reason\":\"no\"},\"status\":400}                          | 400",
        "502 | <html>bad gateway</html>                                                               | 503",
        "200 | <html>login</html>                                                                     | 503",
        "200 | {\"hits\":                                                                             | 503",
      })
  void everyWayToFailIsAProblem(int status, String body, int problem) {
    answer(status, body);
    assertThat(search().problem().status()).isEqualTo(problem);
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> index.get(SearchIndex.EXCHANGES, "a", List.of("b"), Object.class))
                .problem()
                .status())
        .isEqualTo(problem);
  }

  @Test
  void whoComesWhileItIsAwayMayComeAgain() {
    server.stop(0);
    ProblemException failed = search();
    assertThat(failed.problem().status()).isEqualTo(503);
    assertThat(failed.headers()).containsKey("Retry-After");
    assertThat(failed.problem().detail()).doesNotContain("127.0.0.1");
  }

  @Test
  void readinessSaysWhatIsMissing() {
    answer(404, "");
    var health = new SearchIndexHealth(new ElasticsearchClients().client(http)).call();
    assertThat(health.getData().orElseThrow().get("reason"))
        .isEqualTo("Elasticsearch has no alias exchanges, briefings, history");
  }

  private ProblemException search() {
    return catchThrowableOfType(
        ProblemException.class,
        () -> index.search(SearchRequest.of(s -> s.index("exchanges")), Object.class));
  }

  private void answer(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
          exchange
              .getResponseHeaders()
              .add("Content-Type", body.startsWith("<") ? "text/html" : "application/json");
          boolean head = exchange.getRequestMethod().equals("HEAD");
          exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
          if (!head) {
            exchange.getResponseBody().write(bytes);
          }
          exchange.close();
        });
  }

  private static HttpServer server() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
