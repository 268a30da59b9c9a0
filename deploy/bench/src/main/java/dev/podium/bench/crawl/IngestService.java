package dev.podium.bench.crawl;

import dev.podium.local.server.LocalServers;
import dev.podium.local.server.Loopback;
import dev.podium.local.stack.ServiceServer;
import dev.podium.local.stack.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The built ingest-service as its own process, with a source for each host of the site. */
final class IngestService implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ServiceServer server;
  private final int port;

  private IngestService(ServiceServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param database name of its database, which is created where it is not there
   */
  static IngestService start(Path root, PageSite site, String database, List<String> jvm) {
    Path target = root.resolve("deploy/bench/target");
    Path sources = sources(target.resolve("crawl-sources"), site);
    LocalServers.Postgres postgres = LocalServers.postgres();
    int port = Loopback.freePort();
    Map<String, String> environment =
        ServiceSettings.environmentOf(port, LocalServers.kafka().bootstrapServers());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database));
    environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.username());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
    environment.put("INGEST_FETCH_HOSTS", "*.example=" + Loopback.address(site.port()));
    environment.put("INGEST_SOURCES_DIRECTORY", sources.toString());
    environment.put("INGEST_FRONTIER_CONCURRENCY", Integer.toString(site.hosts().size()));
    ServiceServer server =
        new ServiceServer(
            new ServiceSettings(
                "ingest",
                root.resolve("ingest-service/target/quarkus-app"),
                target.resolve("ingest-service"),
                target.resolve("ingest-service.log"),
                port,
                jvm,
                environment));
    server.start(PATIENCE);
    return new IngestService(server, port);
  }

  private static Path sources(Path folder, PageSite site) {
    try {
      Files.createDirectories(folder);
      List<String> hosts = site.hosts();
      for (int i = 0; i < hosts.size(); i++) {
        String host = hosts.get(i);
        String yaml =
            """
            id: bench-%1$d
            name: Host %1$d
            organisation: bench
            series: bench-%1$d
            language: en
            timeZone: UTC
            listings:
              - url: https://%2$s%3$s
            links:
              include: ['^https://%2$s/news/p-[0-9]+\\.html$']
            delay: 0s
            listingInterval: 1d
            pageInterval: 1d
            """
                .formatted(i, host, PageSite.LISTING);
        Files.writeString(folder.resolve("bench-" + i + ".yaml"), yaml);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return server.running().isAlive();
  }

  int port() {
    return port;
  }

  Path log() {
    return server.running().log();
  }

  @Override
  public void close() {
    server.close();
  }
}
