package dev.podium.bench.service;

import dev.podium.local.server.Loopback;
import dev.podium.local.stack.ServiceServer;
import dev.podium.local.stack.ServiceSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The built parse-service as its own process; only one at a time. */
final class ParseService implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ServiceServer server;

  private ParseService(ServiceServer server) {
    this.server = server;
  }

  /**
   * Starts it and waits until it is ready, which it is when the topics are there.
   *
   * @param recording a file that receives what its flight recorder saw, or null
   */
  static ParseService start(Path root, String kafka, List<String> jvm, Path recording) {
    Path target = root.resolve("deploy/bench/target");
    int port = Loopback.freePort();
    List<String> flags = new ArrayList<>(jvm);
    if (recording != null) {
      flags.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording);
    }
    ServiceServer server =
        new ServiceServer(
            new ServiceSettings(
                "parse",
                root.resolve("parse-service/target/quarkus-app"),
                target.resolve("parse-service"),
                target.resolve("parse-service.log"),
                port,
                flags,
                ServiceSettings.environmentOf(port, kafka)));
    server.start(PATIENCE);
    return new ParseService(server);
  }

  boolean isAlive() {
    return server.running().isAlive();
  }

  long pid() {
    return server.running().pid();
  }

  Path log() {
    return server.running().log();
  }

  /** Stops it as its user does: what is in hand is finished and committed. */
  @Override
  public void close() {
    server.close();
  }
}
