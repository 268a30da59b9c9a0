package dev.podium.index.restart;

import dev.podium.local.server.ElasticsearchServer;
import dev.podium.local.server.KafkaServer;
import dev.podium.local.server.Loopback;
import dev.podium.local.server.ServerSettings;
import dev.podium.local.server.ServersDirectory;
import dev.podium.local.stack.ServiceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Kafka and Elasticsearch for one test alone, which may take them away. */
public record OwnServers(Path folder, KafkaServer kafka, ElasticsearchServer elasticsearch)
    implements AutoCloseable {

  public static final Duration PATIENCE = Duration.ofMinutes(3);

  public static OwnServers start(Path folder) throws IOException {
    // Open to others, because Elasticsearch runs as another user where we are root.
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    OwnServers servers =
        new OwnServers(
            folder,
            new KafkaServer(settings(folder, "kafka"), Loopback.freePort()),
            new ElasticsearchServer(settings(folder, "elasticsearch")));
    servers.kafka.start(PATIENCE);
    servers.elasticsearch.start(PATIENCE);
    return servers;
  }

  private static ServerSettings settings(Path folder, String name) {
    return new ServerSettings(
        ServersDirectory.find(),
        folder.resolve(name),
        folder.resolve(name + ".log"),
        Loopback.freePort(),
        true);
  }

  String elasticsearchUrl() {
    return "http://" + elasticsearch.address();
  }

  /**
   * The service as it is shipped, on these servers.
   *
   * @param name of its folder and its log
   * @param elasticsearchAddress host and port
   * @param heap in MiB
   */
  public ServiceSettings service(
      String name, String elasticsearchAddress, int heap, Map<String, String> more) {
    int port = Loopback.freePort();
    Map<String, String> environment = ServiceSettings.environmentOf(port, kafka.address());
    environment.put("QUARKUS_ELASTICSEARCH_HOSTS", elasticsearchAddress);
    environment.putAll(more);
    return new ServiceSettings(
        name,
        Path.of("target/quarkus-app").toAbsolutePath(),
        folder.resolve(name),
        folder.resolve(name + ".log"),
        port,
        List.of("-Xmx" + heap + "m"),
        environment);
  }

  @Override
  public void close() {
    elasticsearch.close();
    kafka.close();
  }
}
