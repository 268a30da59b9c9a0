package dev.podium.index.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.podium.contracts.event.EventJson;
import dev.podium.local.server.ElasticsearchServer;
import dev.podium.local.server.KafkaServer;
import dev.podium.local.server.Loopback;
import dev.podium.local.server.Readiness;
import dev.podium.local.server.ServerSettings;
import dev.podium.local.server.ServersDirectory;
import dev.podium.local.stack.ServiceServer;
import dev.podium.local.stack.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Instances of the service as it is shipped, on servers of their own. */
final class Instances implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int HEAP = 192;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Path folder;
  private final KafkaServer kafka;
  private final ElasticsearchServer elasticsearch;
  private final List<ServiceServer> services = new ArrayList<>();

  /** A status, and the JSON of the body or nothing. */
  record Answer(int status, JsonNode json) {}

  Instances(Path folder, int count) throws IOException {
    this.folder = folder;
    // Open to others, because Elasticsearch runs as another user where we are root.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    kafka = new KafkaServer(settings("kafka"), Loopback.freePort());
    elasticsearch = new ElasticsearchServer(settings("elasticsearch"));
    kafka.start(PATIENCE);
    elasticsearch.start(PATIENCE);
    for (int number = 1; number <= count; number++) {
      services.add(new ServiceServer(service("index-" + number)));
    }
    // All at once, so that they also meet where they set up topics and indices.
    for (ServiceServer service : services) {
      service.launch();
    }
    awaitReady();
  }

  private ServerSettings settings(String name) {
    return new ServerSettings(
        ServersDirectory.find(),
        folder.resolve(name),
        folder.resolve(name + ".log"),
        Loopback.freePort(),
        true);
  }

  private ServiceSettings service(String name) {
    int port = Loopback.freePort();
    Map<String, String> environment = ServiceSettings.environmentOf(port, kafka.address());
    environment.put("QUARKUS_ELASTICSEARCH_HOSTS", elasticsearch.address());
    environment.put("INDEX_SCHEMA_POLL", "250ms");
    environment.put("INDEX_SCHEMA_STALE_AFTER", "4s");
    environment.put("INDEX_REBUILD_POLL", "250ms");
    return new ServiceSettings(
        name,
        Path.of("target/quarkus-app").toAbsolutePath(),
        folder.resolve(name),
        folder.resolve(name + ".log"),
        port,
        List.of("-Xmx" + HEAP + "m"),
        environment);
  }

  String bootstrapServers() {
    return kafka.address();
  }

  void awaitReady() {
    services.forEach(service -> Readiness.await(service, PATIENCE));
  }

  void stopKafka() {
    kafka.close();
  }

  void startKafka() {
    kafka.start(PATIENCE);
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
    return send("http://" + elasticsearch.address() + path, method, body);
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
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    services.forEach(ServiceServer::close);
    elasticsearch.close();
    kafka.close();
  }
}
