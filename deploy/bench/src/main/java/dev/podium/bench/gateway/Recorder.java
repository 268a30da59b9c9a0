package dev.podium.bench.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.podium.local.server.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands before Elasticsearch and writes down what it is searched for. */
final class Recorder implements AutoCloseable {

  private static final List<String> PASSED = List.of("Content-Type", "Accept");

  private final List<Call> searches = new CopyOnWriteArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer server;
  private final String elasticsearch;

  Recorder(String elasticsearch) throws IOException {
    this.elasticsearch = elasticsearch;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::pass);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** Host and port. */
  String address() {
    return Loopback.address(server.getAddress().getPort());
  }

  /** The searches so far, in their order. */
  List<Call> searches() {
    return List.copyOf(searches);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      URI to = URI.create("http://" + elasticsearch + exchange.getRequestURI());
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      if (to.getPath().endsWith("/_search")) {
        searches.add(new Call(to, type, body));
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(to)
              .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
      for (String name : PASSED) {
        String value = exchange.getRequestHeaders().getFirst(name);
        if (value != null) {
          request.header(name, value);
        }
      }
      HttpResponse<byte[]> answer = send(request.build());
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (name.startsWith("x-elastic") || name.equals("content-type")) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      boolean isHead = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(
          answer.statusCode(), isHead || answer.body().length == 0 ? -1 : answer.body().length);
      if (!isHead) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
