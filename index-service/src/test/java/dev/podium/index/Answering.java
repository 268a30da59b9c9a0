package dev.podium.index;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;

/** What Elasticsearch, or something in between, answers on a bad day: always the same. */
public final class Answering implements AutoCloseable {

  private final HttpServer server;
  private final RestClient client;
  private final int status;
  private final String body;

  /** Answers everything so from now on; a body that begins with &lt; is HTML. */
  public Answering(int status, String body) throws IOException {
    this.status = status;
    this.body = body;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    client =
        RestClient.builder(
                new HttpHost(InetAddress.getLoopbackAddress(), server.getAddress().getPort()))
            .build();
  }

  /** A client that gets its answers. */
  public RestClient client() {
    return client;
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

  @Override
  public void close() throws IOException {
    client.close();
    server.stop(0);
  }
}
