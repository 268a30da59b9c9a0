package dev.podium.index;

import dev.podium.local.server.ElasticsearchServer;
import dev.podium.local.server.ServerSettings;
import dev.podium.local.server.ServersDirectory;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

/**
 * An Elasticsearch that tests stop and start. The application only gets its address, and comes up
 * before it.
 */
public final class TestElasticsearch implements QuarkusTestResourceLifecycleManager {

  // Test resources and tests are in different class loaders; properties are common to them.
  private static final String PORT = "podium.test.elasticsearch.port";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static ServerSettings settings;
  private static ElasticsearchServer server;

  @Override
  public Map<String, String> start() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      System.setProperty(PORT, Integer.toString(socket.getLocalPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of("quarkus.elasticsearch.hosts", "127.0.0.1:" + System.getProperty(PORT));
  }

  @Override
  public void stop() {
    // The server ends with the JVM.
  }

  /** Starts it, unless it runs. */
  public static synchronized void running() {
    if (server == null) {
      settings = settings == null ? newSettings() : settings;
      server = new ElasticsearchServer(settings);
      server.start(PATIENCE);
    }
  }

  /** Stops it; its data stay. */
  public static synchronized void stopped() {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  /** Where it is when it runs. */
  public static String url() {
    return "http://127.0.0.1:" + System.getProperty(PORT);
  }

  private static ServerSettings newSettings() {
    try {
      Path data =
          Files.createTempDirectory(
              "podium-elasticsearch-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      return new ServerSettings(
          ServersDirectory.find(),
          data,
          data.resolve("server.log"),
          Integer.parseInt(System.getProperty(PORT)),
          false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
