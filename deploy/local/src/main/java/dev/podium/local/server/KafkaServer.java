package dev.podium.local.server;

import dev.podium.contracts.topic.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Apache Kafka, broker and controller in one process. */
public final class KafkaServer implements Server {

  private static final String CLUSTER = "cG9kaXVtLWxvY2FsLTAwMQ";
  private static final List<String> JVM =
      List.of(
          "-Xms64m",
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "-Dorg.slf4j.simpleLogger.showDateTime=true",
          "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
          "-Dorg.slf4j.simpleLogger.log.kafka=info",
          "-Dorg.slf4j.simpleLogger.log.org.apache.kafka=warn");

  private final ServerSettings settings;
  private final int controllerPort;
  private volatile ServerProcess process;

  public KafkaServer(ServerSettings settings, int controllerPort) {
    this.settings = settings;
    this.controllerPort = controllerPort;
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public String address() {
    return Loopback.address(settings.port());
  }

  @Override
  public void launch() throws IOException {
    Files.createDirectories(settings.data());
    Path configuration = settings.data().resolve("server.properties");
    Files.writeString(configuration, configuration());
    format(configuration);
    process = start(java("kafka.Kafka", configuration.toString()));
  }

  private ServerProcess start(List<String> command) throws IOException {
    return ServerProcess.start(
        new Launch(
            command,
            Map.of(),
            settings.data(),
            settings.log(),
            StopSignal.TERM,
            Duration.ofSeconds(settings.durable() ? 30 : 3),
            settings.removedAtExit()));
  }

  /** Once per data folder; later runs find it done. */
  private void format(Path configuration) throws IOException {
    if (Files.exists(settings.data().resolve("log/meta.properties"))) {
      return;
    }
    ServerProcess format =
        start(
            java(
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                CLUSTER,
                "--config",
                configuration.toString()));
    if (format.onExit().join() != 0) {
      throw new IOException("its storage cannot be formatted:\n" + format.lastLines(10));
    }
  }

  private List<String> java(String main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(Java.command()));
    command.addAll(JVM);
    command.addAll(List.of("-cp", settings.servers().kafkaLibraries() + "/*", main));
    command.addAll(List.of(arguments));
    return command;
  }

  private String configuration() {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%2$d
    listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=BROKER://127.0.0.1:%1$d
    listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
    inter.broker.listener.name=BROKER
    controller.listener.names=CONTROLLER
    log.dirs=%3$s
    auto.create.topics.enable=false
    message.max.bytes=%4$d
    replica.fetch.max.bytes=%4$d
    replica.fetch.response.max.bytes=%4$d
    fetch.max.bytes=%5$d
    socket.request.max.bytes=%5$d
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=4
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    share.coordinator.state.topic.num.partitions=1
    group.initial.rebalance.delay.ms=0
    log.cleaner.dedupe.buffer.size=16777216
    num.network.threads=2
    num.io.threads=4
    """
        .formatted(
            settings.port(),
            controllerPort,
            settings.data().resolve("log"),
            Limits.RECORD_BYTES,
            2 * Limits.RECORD_BYTES);
  }

  @Override
  public Optional<String> notReady() {
    if (!Loopback.isListening(settings.port())) {
      return Optional.of("nothing listens on port " + settings.port());
    }
    Map<String, Object> client =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
    try (Admin admin = Admin.create(client)) {
      boolean member = !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
      return member ? Optional.empty() : Optional.of("the broker is not in its cluster yet");
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return Optional.of("no answer on port " + settings.port() + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
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
