package dev.podium.index.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.restart.OwnServers;
import dev.podium.local.server.Readiness;
import dev.podium.local.stack.ServiceServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Instances of the service as it is shipped, on servers of their own. */
final class Instances implements AutoCloseable {

  private static final int HEAP = 192;
  private static final int WARNINGS = 10;
  private static final Map<String, String> IMPATIENT =
      Map.of(
          "INDEX_SCHEMA_POLL", "250ms",
          "INDEX_SCHEMA_STALE_AFTER", "4s",
          "INDEX_REBUILD_POLL", "250ms");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final OwnServers servers;
  private final List<ServiceServer> services = new ArrayList<>();

  /** A status, and the JSON of the body or nothing. */
  record Answer(int status, JsonNode json) {}

  Instances(Path folder, int count) throws IOException {
    servers = OwnServers.start(folder);
    for (int number = 1; number <= count; number++) {
      services.add(
          new ServiceServer(
              servers.service(name(number), servers.elasticsearch().address(), HEAP, IMPATIENT)));
    }
    // All at once, so that they also meet where they set up topics and indices.
    for (ServiceServer service : services) {
      service.launch();
    }
    awaitReady();
  }

  String bootstrapServers() {
    return servers.kafka().address();
  }

  void awaitReady() {
    services.forEach(service -> Readiness.await(service, OwnServers.PATIENCE));
  }

  /** What the instances warn of in their logs, the last of it. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (int number = 1; number <= services.size(); number++) {
      try (Stream<String> lines = Files.lines(servers.folder().resolve(name(number) + ".log"))) {
        List<String> all =
            lines.filter(line -> line.contains(" WARN ") || line.contains(" ERROR ")).toList();
        warnings.addAll(all.subList(Math.max(0, all.size() - WARNINGS), all.size()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return warnings;
  }

  private static String name(int number) {
    return "index-" + number;
  }

  void stopKafka() {
    servers.kafka().close();
  }

  void startKafka() {
    servers.kafka().start(OwnServers.PATIENCE);
  }

  /** With SIGKILL, after which nobody tidies up, and starts it again. */
  void kill(int number) throws IOException {
    ServiceServer service = services.get(number - 1);
    ProcessHandle.of(service.running().pid()).ifPresent(ProcessHandle::destroyForcibly);
    service.running().onExit().join();
    service.launch();
  }

  /** Asks an instance, from 1. */
  Answer ask(int number, String method, String path) {
    return send(services.get(number - 1).address() + path, method, null);
  }

  /** Asks Elasticsearch. */
  Answer elasticsearch(String method, String path, String body) {
    return send("http://" + servers.elasticsearch().address() + path, method, body);
  }

  private static Answer send(String url, String method, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          answer.statusCode(),
          answer.body().length == 0
              ? MissingNode.getInstance()
              : EventJson.MAPPER.readTree(answer.body()));
    } catch (IOException e) {
      // Whoever waits for something asks again: one that was killed is started, which takes a
      // while.
      throw new AssertionError(url + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    services.forEach(ServiceServer::close);
    servers.close();
  }
}
