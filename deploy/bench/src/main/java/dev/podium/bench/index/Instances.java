package dev.podium.bench.index;

import dev.podium.local.server.Loopback;
import dev.podium.local.server.Readiness;
import dev.podium.local.stack.ServiceServer;
import dev.podium.local.stack.ServiceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The built index-service, so many processes of it. */
public record Instances(List<ServiceServer> servers) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** As the image runs it, with a heap that no machine has to guess. */
  private static final List<String> JVM =
      List.of("-Xmx512m", "-XX:+UseCompactObjectHeaders", "-XX:+UseSerialGC");

  /**
   * Starts them together and waits until all are ready.
   *
   * @param recording a file for what the first one's flight recorder saw, or null
   */
  public static Instances start(Path root, Servers to, int count, Path recording)
      throws IOException {
    List<ServiceServer> started = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      ServiceServer server =
          new ServiceServer(settings(root, to, number, number == 1 ? recording : null));
      server.launch();
      started.add(server);
    }
    started.forEach(server -> Readiness.await(server, PATIENCE));
    return new Instances(started);
  }

  private static ServiceSettings settings(Path root, Servers to, int number, Path recording) {
    Path target = root.resolve("deploy/bench/target");
    int port = Loopback.freePort();
    Map<String, String> environment = ServiceSettings.environmentOf(port, to.kafka().address());
    environment.put("QUARKUS_ELASTICSEARCH_HOSTS", to.elasticsearch().address());
    List<String> flags = new ArrayList<>(JVM);
    if (recording != null) {
      flags.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording);
    }
    return new ServiceSettings(
        "index",
        root.resolve("index-service/target/quarkus-app"),
        target.resolve("index-service-" + number),
        target.resolve("index-service-" + number + ".log"),
        port,
        flags,
        environment);
  }

  @Override
  public void close() {
    servers.forEach(ServiceServer::close);
  }
}
