package dev.podium.bench.gateway;

import dev.podium.bench.index.Servers;
import dev.podium.local.server.LocalServers;
import dev.podium.local.server.Loopback;
import dev.podium.local.stack.ServiceServer;
import dev.podium.local.stack.ServiceSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The built api-gateway as its own process. */
record Gateway(ServiceServer server, URI address) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** As the image runs it, with a heap that no machine has to guess. */
  private static final List<String> JVM =
      List.of("-Xmx512m", "-XX:+UseCompactObjectHeaders", "-XX:+UseSerialGC");

  /**
   * Starts it and waits until it is ready.
   *
   * @param elasticsearch host and port that it searches at
   * @param recording a file for what its flight recorder sees, or null
   */
  static Gateway start(Path root, Servers servers, String elasticsearch, Path recording) {
    Path target = root.resolve("deploy/bench/target");
    LocalServers.Postgres postgres = LocalServers.postgres();
    int port = Loopback.freePort();
    Map<String, String> environment =
        ServiceSettings.environmentOf(port, servers.kafka().address());
    environment.put("QUARKUS_ELASTICSEARCH_HOSTS", elasticsearch);
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl("gateway"));
    environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.username());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
    environment.put("GATEWAY_ANONYMOUS_READS", "true");
    environment.put("GATEWAY_LOOPBACK_WRITES", "true");
    List<String> flags = new ArrayList<>(JVM);
    if (recording != null) {
      flags.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording);
    }
    ServiceServer server =
        new ServiceServer(
            new ServiceSettings(
                "gateway",
                root.resolve("api-gateway/target/quarkus-app"),
                target.resolve("api-gateway"),
                target.resolve("api-gateway.log"),
                port,
                flags,
                environment));
    server.start(PATIENCE);
    return new Gateway(server, URI.create("http://" + Loopback.address(port)));
  }

  @Override
  public void close() {
    server.close();
  }
}
