package dev.podium.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Elasticsearch, one node, with the analysis plugin of this project. */
public final class ElasticsearchServer implements Server {

  private static final String JVM_OPTIONS =
      """
      -XX:+UseSerialGC
      -Djava.io.tmpdir=${ES_TMPDIR}
      -XX:+ExitOnOutOfMemoryError
      --add-modules=jdk.incubator.vector
      --add-opens=java.base/jdk.internal.misc=ALL-UNNAMED
      -Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1
      """;

  private static final String LOGGING =
      """
      status = error
      appender.console.type = Console
      appender.console.name = console
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = %d{ISO8601} %-5p %c{1.} [%node_name]%marker %m%consoleException%n
      rootLogger.level = info
      rootLogger.appenderRef.console.ref = console
      """;

  private final ServerSettings settings;
  private volatile ServerProcess process;

  public ElasticsearchServer(ServerSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "elasticsearch";
  }

  @Override
  public String address() {
    return Loopback.address(settings.port());
  }

  @Override
  public void launch() throws IOException {
    Path home = settings.servers().elasticsearchHome();
    Path configuration = Files.createDirectories(settings.data().resolve("config"));
    Path temporary = Files.createDirectories(settings.data().resolve("tmp"));
    Files.writeString(configuration.resolve("elasticsearch.yml"), configuration());
    Files.writeString(configuration.resolve("jvm.options"), JVM_OPTIONS);
    Files.writeString(configuration.resolve("log4j2.properties"), LOGGING);
    Account account = Account.unprivileged(home, Java.home(), settings.data().getParent());
    account.own(settings.data());
    process =
        ServerProcess.start(
            new Launch(
                account.command(List.of(home.resolve("bin/elasticsearch").toString())),
                Map.of(
                    "ES_JAVA_HOME", Java.home().toString(),
                    "ES_PATH_CONF", configuration.toString(),
                    "ES_TMPDIR", temporary.toString(),
                    "ES_JAVA_OPTS", "-Xms512m -Xmx512m"),
                settings.data(),
                settings.log(),
                StopSignal.TERM,
                Duration.ofSeconds(settings.durable() ? 30 : 5),
                settings.removedAtExit()));
  }

  /**
   * A laptop's disk is often fuller than the watermarks allow, hence no threshold. The breaker that
   * looks at real memory counts what a collection would free, and asks for one with G1 alone; so it
   * would refuse what there is room for.
   */
  private String configuration() {
    return """
    cluster.name: podium
    node.name: local
    discovery.type: single-node
    network.host: 127.0.0.1
    http.port: %d
    transport.port: 0
    path.data: %s
    path.logs: %s
    xpack.security.enabled: false
    cluster.routing.allocation.disk.threshold_enabled: false
    indices.breaker.total.use_real_memory: false
    """
        .formatted(
            settings.port(), settings.data().resolve("data"), settings.data().resolve("logs"));
  }

  @Override
  public Optional<String> notReady() {
    if (!Loopback.isListening(settings.port())) {
      return Optional.of("nothing listens on port " + settings.port());
    }
    try {
      int status =
          HttpProbe.get(
                  "http://" + address() + "/_cluster/health?wait_for_status=yellow&timeout=2s")
              .status();
      return status == 200 ? Optional.empty() : Optional.of("its health answers " + status);
    } catch (IOException e) {
      return Optional.of("no answer on port " + settings.port() + ": " + e.getMessage());
    }
  }

  @Override
  public Running running() {
    return process == null ? null : new Launched(process);
  }

  /** The process that we start is a launcher, whose child is the server and whose end is one. */
  private record Launched(ServerProcess launcher) implements Running {

    @Override
    public long pid() {
      return ProcessHandle.of(launcher.pid()).stream()
          .flatMap(ProcessHandle::children)
          .findFirst()
          .map(ProcessHandle::pid)
          .orElse(launcher.pid());
    }

    @Override
    public boolean isAlive() {
      return launcher.isAlive();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
      return launcher.onExit();
    }

    @Override
    public Path log() {
      return launcher.log();
    }

    @Override
    public String lastLines(int count) {
      return launcher.lastLines(count);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.stop();
    }
  }
}
