package dev.podium.index.restart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before Elasticsearch, and does to bulk requests what a node in trouble does. */
final class FaultyProxy implements AutoCloseable {

  /** What becomes of a bulk request. */
  enum Fault {
    NONE,
    /** It is done, and answered late. */
    LATE,
    /** It is refused with 429 as a whole. */
    BUSY,
    /** Every second document is refused with 429, the others are done. */
    HALF_BUSY,
    /** It is done, but the connection is cut before the answer. */
    CUT
  }

  private static final int BUSY = 429;
  private static final String ERROR =
      """
      {"type": "es_rejected_execution_exception", "reason": "the queue is full"}""";

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final String elasticsearch;
  private final Duration late;
  private final AtomicInteger faults = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;

  FaultyProxy(String elasticsearch, Duration late) throws IOException {
    this.elasticsearch = elasticsearch;
    this.late = late;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** Host and port. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on. */
  void set(Fault now) {
    fault = now;
  }

  /** How many requests met a fault. */
  int faults() {
    return faults.get();
  }

  private record Answer(int status, String body) {}

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean bulk = exchange.getRequestURI().getPath().endsWith("/_bulk");
      Fault now = bulk ? fault : Fault.NONE;
      if (now != Fault.NONE) {
        faults.incrementAndGet();
      }
      byte[] body = exchange.getRequestBody().readAllBytes();
      Answer answer =
          switch (now) {
            case NONE, CUT, LATE -> forward(exchange, body);
            case BUSY -> busy();
            case HALF_BUSY -> halfBusy(exchange, body);
          };
      if (now == Fault.LATE) {
        Eventually.pause(late);
      }
      // Without an answer the server closes the connection.
      if (now != Fault.CUT) {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
        byte[] json = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), json.length);
        exchange.getResponseBody().write(json);
      }
    }
  }

  private static Answer busy() {
    String json = "{\"error\": " + ERROR + ", \"status\": " + BUSY + "}";
    return new Answer(BUSY, json);
  }

  private Answer halfBusy(HttpExchange exchange, byte[] body) throws IOException {
    List<JsonNode> actions = new ArrayList<>();
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    List<String> lines = new String(body, StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      if (actions.size() % 2 == 0) {
        String pair = lines.get(i) + '\n' + lines.get(i + 1) + '\n';
        taken.writeBytes(pair.getBytes(StandardCharsets.UTF_8));
      }
      actions.add(EventJson.MAPPER.readTree(lines.get(i)));
    }
    Answer answer = forward(exchange, taken.toByteArray());
    return answer.status() == 200 ? withRefusals(answer, actions) : answer;
  }

  private static Answer withRefusals(Answer answer, List<JsonNode> actions) throws IOException {
    ObjectNode json = (ObjectNode) EventJson.MAPPER.readTree(answer.body());
    JsonNode done = json.path("items");
    ArrayNode items = EventJson.MAPPER.createArrayNode();
    for (int i = 0; i < actions.size(); i++) {
      items.add(i % 2 == 0 ? done.get(i / 2) : refusal(actions.get(i)));
    }
    json.set("items", items);
    json.put("errors", true);
    return new Answer(200, json.toString());
  }

  private static ObjectNode refusal(JsonNode action) throws IOException {
    String operation = action.fieldNames().next();
    ObjectNode item = EventJson.MAPPER.createObjectNode();
    ObjectNode outcome = item.putObject(operation);
    outcome.set("_index", action.path(operation).path("_index"));
    outcome.set("_id", action.path(operation).path("_id"));
    outcome.put("status", BUSY);
    outcome.set("error", EventJson.MAPPER.readTree(ERROR));
    return item;
  }

  private Answer forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(elasticsearch + exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    for (String header : List.of("Content-Type", "Accept")) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
