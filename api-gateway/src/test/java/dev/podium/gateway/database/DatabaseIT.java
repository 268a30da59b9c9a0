package dev.podium.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.kit.problem.ProblemException;
import dev.podium.local.server.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that comes late, and goes. */
class DatabaseIT {

  private static final String NAME = "gateway_late";

  private final CountDownLatch ready = new CountDownLatch(1);
  private final LocalServers.Postgres postgres = LocalServers.postgres();
  private final URI server = URI.create(postgres.jdbcUrl(NAME).substring("jdbc:".length()));
  private ServerSocket door;
  private Database database;

  @AfterEach
  void end() throws IOException {
    database.stop(null);
    close();
  }

  @Test
  void theGatewayStartsWithoutItAndGoesOnWhenItIsThere() throws Exception {
    int port = freePort();
    database = new Database(flyway(port), connections(port), ready::countDown, Duration.ofHours(1));

    database.start(null);

    assertThat(database.isReady()).isFalse();
    assertThat(database.isTooLongAway()).isTrue();
    assertThat(new DatabaseHealth(database).call().getStatus().name()).isEqualTo("DOWN");
    assertThatThrownBy(() -> database.run(() -> {}))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(503));

    open(port);

    assertThat(ready.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(database.isReady()).isTrue();
    assertThat(database.problem()).isEmpty();
  }

  @Test
  void itMayBeAwayForAWhileAndNotForLong() throws Exception {
    int port = freePort();
    open(port);
    Database patient =
        new Database(flyway(port), connections(port), ready::countDown, Duration.ofHours(1));
    database = new Database(flyway(port), connections(port), ready::countDown, Duration.ZERO);
    patient.start(null);
    database.start(null);

    close();

    assertThat(new DatabaseHealth(patient).call().getStatus().name()).isEqualTo("UP");
    assertThat(new DatabaseHealth(patient).call().getData()).isPresent();
    assertThat(new DatabaseHealth(database).call().getStatus().name()).isEqualTo("DOWN");
  }

  @Test
  void whoWaitsForItIsToldAgainWhereItGoesMeanwhile() throws Exception {
    int port = freePort();
    CountDownLatch told = new CountDownLatch(2);
    Runnable first =
        () -> {
          told.countDown();
          if (told.getCount() > 0) {
            throw ProblemException.unavailable("database-unavailable", "it went again");
          }
        };
    database = new Database(flyway(port), connections(port), first, Duration.ofHours(1));
    open(port);

    database.start(null);

    assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(database.problem()).isEmpty();
  }

  private Flyway flyway(int port) {
    return Flyway.configure().dataSource(connections(port)).load();
  }

  private PGSimpleDataSource connections(int port) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://127.0.0.1:" + port + '/' + NAME);
    source.setUser(postgres.username());
    source.setPassword(postgres.password());
    return source;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Lets connections through to the server. */
  private void open(int port) throws IOException {
    door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = door.accept();
        Socket there = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        Thread.ofVirtual().start(() -> pass(caller, there));
        Thread.ofVirtual().start(() -> pass(there, caller));
      }
    } catch (IOException e) {
      // Closed, as some tests want.
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Either side has left.
    }
  }

  private void close() {
    try {
      if (door != null) {
        door.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
