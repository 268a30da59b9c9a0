package dev.podium.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Lets the commands ask a supervisor, on loopback, if they know the token of its run folder. */
final class ControlServer implements AutoCloseable {

  static final String TOKEN_HEADER = "Podium-Token";

  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

  private final Supervisor supervisor;
  private final Runnable stop;
  private final byte[] token;
  private final HttpServer server;

  /**
   * Listens at once, on any port.
   *
   * @param stop ends the whole run; returns at once
   */
  ControlServer(Supervisor supervisor, String token, Runnable stop) throws IOException {
    this.supervisor = supervisor;
    this.stop = stop;
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String given = exchange.getRequestHeaders().getFirst(TOKEN_HEADER);
      if (given == null || !MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8))) {
        exchange.sendResponseHeaders(403, -1);
        return;
      }
      answer(exchange, exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    }
  }

  private void answer(HttpExchange exchange, String request) throws IOException {
    String[] parts = request.split("/", -1);
    switch (parts[0] + parts[1]) {
      case "GET status" -> status(exchange, false);
      case "GET measured-status" -> status(exchange, true);
      case "POST stop" -> {
        send(exchange, 202, new byte[0]);
        stop.run();
      }
      case "POST components" -> component(exchange, parts);
      default -> send(exchange, 404, new byte[0]);
    }
  }

  private void status(HttpExchange exchange, boolean measured) throws IOException {
    send(exchange, 200, JSON.writeValueAsBytes(supervisor.status(measured)));
  }

  /** {@code /components/NAME/start} or {@code stop}. */
  private void component(HttpExchange exchange, String[] parts) throws IOException {
    Optional<ComponentRunner> runner =
        parts.length == 4 ? supervisor.runner(parts[2]) : Optional.empty();
    if (runner.isEmpty()) {
      send(exchange, 404, new byte[0]);
    } else {
      runner.get().want("start".equals(parts[3]));
      send(exchange, 202, new byte[0]);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
