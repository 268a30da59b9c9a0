package dev.podium.ingest.restart;

import dev.podium.local.server.KafkaServer;
import dev.podium.local.server.Loopback;
import dev.podium.local.server.PostgresServer;
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

/** PostgreSQL and Kafka for one test alone, which may take them away. */
record OwnServers(Path folder, PostgresServer postgres, KafkaServer kafka)
    implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(3);
  static final String DATABASE = "ingest";

  static OwnServers start(Path folder) throws IOException {
    // Open to others, because PostgreSQL runs as another user where we are root.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    OwnServers servers =
        new OwnServers(
            folder,
            new PostgresServer(settings(folder, "postgresql"), List.of(DATABASE)),
            new KafkaServer(settings(folder, "kafka"), Loopback.freePort()));
    servers.postgres.start(PATIENCE);
    servers.kafka.start(PATIENCE);
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

  /**
   * The service as it is shipped, on these servers.
   *
   * @param heap in MiB
   * @param more of its configuration
   */
  ServiceSettings service(String name, int heap, Map<String, String> more) {
    int port = Loopback.freePort();
    Map<String, String> environment = ServiceSettings.environmentOf(port, kafka.address());
    environment.put(
        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + postgres.address() + "/" + DATABASE);
    environment.put("QUARKUS_DATASOURCE_USERNAME", DATABASE);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", DATABASE);
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
    kafka.close();
    postgres.close();
  }
}
