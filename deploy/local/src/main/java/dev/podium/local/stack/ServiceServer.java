package dev.podium.local.stack;

import dev.podium.local.server.Folders;
import dev.podium.local.server.HttpProbe;
import dev.podium.local.server.Java;
import dev.podium.local.server.Launch;
import dev.podium.local.server.Loopback;
import dev.podium.local.server.Running;
import dev.podium.local.server.Server;
import dev.podium.local.server.ServerException;
import dev.podium.local.server.ServerProcess;
import dev.podium.local.server.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of our services, as its own process; what the build has made when it is launched is what
 * runs.
 */
public final class ServiceServer implements Server {

  private static final String JAR = "quarkus-run.jar";

  /** Longer than the services' own shutdown timeout. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final ServiceSettings settings;
  private volatile ServerProcess process;

  public ServiceServer(ServiceSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public String address() {
    return "http://" + Loopback.address(settings.port());
  }

  @Override
  public void launch() throws IOException {
    if (process == null || !process.isAlive()) {
      copy();
    }
    process =
        ServerProcess.start(
            new Launch(
                command(),
                settings.environment(),
                settings.run(),
                settings.log(),
                StopSignal.TERM,
                GRACE,
                null));
  }

  private void copy() throws IOException {
    Path built = settings.built().resolve(JAR);
    Path copy = settings.run().resolve(JAR);
    if (!Files.exists(built)) {
      throw new ServerException(built + " is not there: ./mvnw -B package -DskipTests");
    }
    if (!Files.exists(copy)
        || !Files.getLastModifiedTime(built).equals(Files.getLastModifiedTime(copy))) {
      Folders.delete(settings.run());
      Folders.copy(settings.built(), settings.run());
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(List.of(Java.command()));
    command.addAll(settings.jvm());
    command.addAll(
        List.of("-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", JAR));
    return command;
  }

  @Override
  public Optional<String> notReady() {
    if (!Loopback.isListening(settings.port())) {
      return Optional.of("nothing listens on port " + settings.port());
    }
    try {
      HttpProbe.Answer health = HttpProbe.get(address() + "/q/health/ready");
      return health.status() == 200
          ? Optional.empty()
          : Optional.of(HealthReason.of(health.status(), health.body()));
    } catch (IOException e) {
      return Optional.of("no answer on port " + settings.port() + ": " + e.getMessage());
    }
  }

  @Override
  public Running running() {
    return process;
  }

  @Override
  public void close() {
    if (process != null) {
      process.stop();
    }
  }
}
