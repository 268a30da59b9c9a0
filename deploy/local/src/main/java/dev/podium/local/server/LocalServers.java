package dev.podium.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.function.Function;

/**
 * Real servers for tests: each starts on first use, once per JVM however many class loaders ask, on
 * free ports with its data in a temporary folder, and ends with the JVM.
 */
public final class LocalServers {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int ATTEMPTS = 3;

  private LocalServers() {}

  public static Kafka kafka() {
    return new Kafka(address("kafka", settings -> new KafkaServer(settings, Loopback.freePort())));
  }

  public static Elasticsearch elasticsearch() {
    return new Elasticsearch(address("elasticsearch", ElasticsearchServer::new));
  }

  public static Postgres postgres() {
    return new Postgres(
        new PostgresDatabases(
            address("postgresql", PostgresServer::new),
            PostgresServer.USER,
            PostgresServer.PASSWORD));
  }

  /** A running Kafka. */
  public record Kafka(String bootstrapServers) {}

  /** A running Elasticsearch; host and port without a scheme. */
  public record Elasticsearch(String address) {

    public String url() {
      return "http://" + address;
    }
  }

  /** A running PostgreSQL. */
  public record Postgres(PostgresDatabases databases) {

    /** Creates the database on first use. */
    public String jdbcUrl(String database) {
      databases.create(database);
      return databases.jdbcUrl(database);
    }

    public String username() {
      return databases.username();
    }

    public String password() {
      return databases.password();
    }
  }

  /** A system property and the runtime's lock, since class loaders share both. */
  private static String address(String name, Function<ServerSettings, Server> factory) {
    String property = "podium.local." + name;
    synchronized (Runtime.getRuntime()) {
      String running = System.getProperty(property);
      if (running == null) {
        running = start(name, factory).address();
        System.setProperty(property, running);
      }
      return running;
    }
  }

  /** Again with another port when it fails, since a free port may be taken before it is bound. */
  private static Server start(String name, Function<ServerSettings, Server> factory) {
    ServersDirectory servers = ServersDirectory.find();
    for (int attempt = 1; ; attempt++) {
      try {
        Server server = factory.apply(settings(servers, name));
        server.start(PATIENCE);
        return server;
      } catch (ServerException e) {
        if (attempt == ATTEMPTS || !e.getMessage().contains("in use")) {
          throw e;
        }
      }
    }
  }

  private static ServerSettings settings(ServersDirectory servers, String name) {
    try {
      // Open to others, because the server may run as another user.
      Path data =
          Files.createTempDirectory(
              "podium-" + name + "-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      return new ServerSettings(
          servers, data, data.resolve("server.log"), Loopback.freePort(), false);
    } catch (IOException e) {
      throw new ServerException("No temporary folder for " + name + ": " + e.getMessage(), e);
    }
  }
}
