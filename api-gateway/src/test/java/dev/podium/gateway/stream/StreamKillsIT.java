package dev.podium.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.change.Change;
import dev.podium.gateway.change.Changes;
import dev.podium.gateway.change.ChangesTopic;
import dev.podium.local.server.LocalServers;
import dev.podium.local.server.Loopback;
import dev.podium.local.stack.ServiceServer;
import dev.podium.local.stack.ServiceSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway as it is shipped, killed and started again while many listen: each gets every change,
 * and once if it drops what it has.
 */
class StreamKillsIT {

  private static final Logger LOG = Logger.getLogger(StreamKillsIT.class);
  private static final int CLIENTS = Integer.getInteger("podium.stream.clients", 200);
  private static final int KILLS = Integer.getInteger("podium.stream.kills", 2);
  private static final int TOGETHER = 50;
  private static final int ROUNDS = 10;
  private static final String SOURCE = "stream-kills";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ChangesTopic topic = new ChangesTopic();
  private final List<Change> changes = new Changes(SOURCE).added(TOGETHER * ROUNDS * (KILLS + 1));
  private final int port = Loopback.freePort();

  @Test
  void everyClientEndsWithEveryChangeOnce(@TempDir Path folder) throws Exception {
    topic.create();
    try (ServiceServer gateway = new ServiceServer(settings(folder));
        HttpClient client = HttpClient.newHttpClient()) {
      gateway.launch();
      List<Listener> listeners = new ArrayList<>();
      CountDownLatch listening = new CountDownLatch(CLIENTS);
      CountDownLatch complete = new CountDownLatch(CLIENTS);
      for (int i = 0; i < CLIENTS; i++) {
        listeners.add(new Listener(client, listening, complete));
      }
      listeners.forEach(Listener::listen);
      assertThat(listening.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

      for (int kill = 0; kill <= KILLS; kill++) {
        for (int round = 0; round < ROUNDS; round++) {
          int from = (kill * ROUNDS + round) * TOGETHER;
          topic.publish(changes.subList(from, from + TOGETHER));
          if (kill < KILLS && round == ROUNDS / 2) {
            killed(gateway);
          }
        }
      }

      assertThat(complete.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .as("%d of %d clients wait still", complete.getCount(), CLIENTS)
          .isTrue();
      listeners.forEach(listener -> listener.over = true);
      assertThat(listeners).allSatisfy(this::hasAll);
      LOG.infof(
          "%d clients, %d changes, %d kills: connected %d times, %d repeated",
          CLIENTS,
          changes.size(),
          KILLS,
          listeners.stream().mapToInt(one -> one.connects.get()).sum(),
          listeners.stream().mapToInt(one -> one.repeats.get()).sum());
      endsItsStreamsWhenItGoesDown(gateway, client);
    }
  }

  private void endsItsStreamsWhenItGoesDown(ServiceServer gateway, HttpClient client)
      throws InterruptedException {
    EventReader reader = new EventReader();
    reader.listen(client, URI.create("http://127.0.0.1:" + port + "/v1/stream"), null);
    reader.next();

    // With SIGTERM.
    gateway.close();

    assertThat(reader.ended().join()).isTrue();
    client.shutdownNow();
  }

  private static void killed(ServiceServer gateway) throws IOException {
    // With SIGKILL, after which nobody tidies up.
    ProcessHandle.of(gateway.running().pid()).ifPresent(ProcessHandle::destroyForcibly);
    gateway.running().onExit().join();
    gateway.launch();
  }

  private void hasAll(Listener listener) {
    assertThat(listener.seen)
        .hasSize(changes.size())
        .containsAll(changes.stream().map(Change::id).toList());
    assertThat(listener.resets.get()).isZero();
  }

  private ServiceSettings settings(Path folder) {
    Map<String, String> environment =
        ServiceSettings.environmentOf(port, LocalServers.kafka().bootstrapServers());
    LocalServers.Postgres postgres = LocalServers.postgres();
    environment.put("QUARKUS_ELASTICSEARCH_HOSTS", LocalServers.elasticsearch().address());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl("gateway_kills"));
    environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.username());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
    environment.put("GATEWAY_STREAM_HEARTBEAT", "2s");
    environment.put("GATEWAY_ANONYMOUS_READS", "true");
    environment.put("GATEWAY_LIMIT_ANONYMOUS", "0");
    return new ServiceSettings(
        "gateway",
        Path.of("target/quarkus-app").toAbsolutePath(),
        folder.resolve("gateway"),
        folder.resolve("gateway.log"),
        port,
        // As on the local stack.
        List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        environment);
  }

  /** A client as a browser is: it comes back with the id of the last event. */
  private final class Listener {

    private final HttpClient client;
    private final CountDownLatch listening;
    private final CountDownLatch complete;
    private final Set<String> seen = new HashSet<>();
    private final AtomicInteger connects = new AtomicInteger();
    private volatile String lastId;
    private volatile boolean over;
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger resets = new AtomicInteger();

    Listener(HttpClient client, CountDownLatch listening, CountDownLatch complete) {
      this.client = client;
      this.listening = listening;
      this.complete = complete;
    }

    void listen() {
      EventReader reader = new EventReader(this::took);
      CompletableFuture<?> unused =
          reader
              .listening(
                  client,
                  URI.create("http://127.0.0.1:" + port + "/v1/stream?source=" + SOURCE),
                  lastId)
              .whenComplete((answer, e) -> connects.incrementAndGet());
      unused =
          reader
              .ended()
              .thenRunAsync(
                  () -> {
                    if (!over) {
                      listen();
                    }
                  },
                  CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
    }

    private void took(EventReader.Event event) {
      if (lastId == null) {
        listening.countDown();
      }
      lastId = event.id();
      switch (event.name()) {
        case "message" -> {
          if (!seen.add(event.json().path("id").asText())) {
            repeats.incrementAndGet();
          } else if (seen.size() == changes.size()) {
            complete.countDown();
          }
        }
        case "reset" -> resets.incrementAndGet();
        default -> {}
      }
    }
  }
}
