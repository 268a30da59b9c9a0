package dev.podium.gateway.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.podium.contracts.event.EventJson;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A receiver of webhooks on this machine, known to the gateway as {@code hooks.example}. What the
 * first part of a path says is how it behaves; the second tells tests apart.
 */
public final class Receiver implements QuarkusTestResourceLifecycleManager {

  static final String HOST = "http://hooks.example";

  // Test resources and tests are in different class loaders; properties are common to them.
  private static final String PORT = "podium.test.receiver.port";
  private static final int FAILURES = 2;

  private final Map<String, List<ObjectNode>> received = new ConcurrentHashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    System.setProperty(PORT, Integer.toString(server.getAddress().getPort()));
    return Map.of(
        "gateway.alerts.hosts", "*.example=127.0.0.1:" + server.getAddress().getPort(),
        "gateway.alerts.poll", "100ms",
        "gateway.alerts.first-backoff", "100ms",
        "gateway.alerts.longest-backoff", "400ms",
        "gateway.alerts.total-timeout", "1s",
        "gateway.alerts.give-up-after", "2s",
        "gateway.alerts.switch-off-after", "3s",
        "gateway.alerts.search-patience", "1s");
  }

  /** What came to a path so far, each with its headers and its body. */
  static List<JsonNode> received(String path) {
    URI address = URI.create("http://127.0.0.1:" + System.getProperty(PORT) + "/received" + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      byte[] json =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray()).body();
      List<JsonNode> all = new ArrayList<>();
      EventJson.read(json, JsonNode.class).forEach(all::add);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The receiver's own address, which is private. */
  static String inside() {
    return "http://127.0.0.1:" + System.getProperty(PORT);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.startsWith("/received/")) {
        tell(exchange, path.substring("/received".length()));
        return;
      }
      int before = note(exchange, path);
      switch (path.substring(1, path.indexOf('/', 1))) {
        case "twice" -> end(exchange, before < FAILURES ? 500 : 200, "not yet\u0007");
        case "never" -> end(exchange, 503, "away");
        case "gone" -> end(exchange, 410, "");
        case "redirect" -> {
          exchange.getResponseHeaders().set("Location", inside() + "/ok/redirected");
          end(exchange, 302, "");
        }
        case "hang" -> {
          var unused = stopped.await(60, TimeUnit.SECONDS);
        }
        case "endless" -> endless(exchange);
        default -> end(exchange, 200, "thanks");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int note(HttpExchange exchange, String path) throws IOException {
    ObjectNode request = EventJson.MAPPER.createObjectNode();
    ObjectNode headers = request.putObject("headers");
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
    request.put(
        "body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    List<ObjectNode> all = received.computeIfAbsent(path, p -> new CopyOnWriteArrayList<>());
    all.add(request);
    return all.size() - 1;
  }

  private void tell(HttpExchange exchange, String path) throws IOException {
    ArrayNode all = EventJson.MAPPER.createArrayNode();
    received.getOrDefault(path, List.of()).forEach(all::add);
    end(exchange, 200, all.toString());
  }

  private static void end(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] piece = new byte[8192];
    OutputStream out = exchange.getResponseBody();
    while (true) {
      out.write(piece);
    }
  }

  @Override
  public void stop() {
    stopped.countDown();
    server.stop(0);
  }
}
