package dev.podium.index.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.local.stack.ServiceServer;
import dev.podium.local.stack.ServiceSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What has begun before a start fails ends with it, and does not hold up the end of the process.
 */
class PortTakenIT {

  /**
   * More than a start takes on a busy machine; whoever waits for nothing is waited for a minute.
   */
  private static final long SECONDS = 50;

  /** Kafka and Elasticsearch are waited for, which is what has begun. */
  private static final String NOBODY = "127.0.0.1:1";

  @TempDir private Path folder;

  @Test
  void theServiceEndsAndSaysWhy() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServiceServer service = new ServiceServer(settings(taken.getLocalPort()))) {
      service.launch();

      service.running().onExit().get(SECONDS, TimeUnit.SECONDS);

      assertThat(log()).contains("Port " + taken.getLocalPort() + " seems to be in use");
    }
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("index.log"));
  }

  private ServiceSettings settings(int port) {
    Map<String, String> environment = ServiceSettings.environmentOf(port, NOBODY);
    environment.put("QUARKUS_ELASTICSEARCH_HOSTS", NOBODY);
    return new ServiceSettings(
        "index",
        Path.of("target/quarkus-app").toAbsolutePath(),
        folder.resolve("index"),
        folder.resolve("index.log"),
        port,
        List.of("-Xmx192m"),
        environment);
  }
}
