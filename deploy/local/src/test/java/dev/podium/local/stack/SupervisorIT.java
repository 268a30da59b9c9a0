package dev.podium.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.local.server.Loopback;
import dev.podium.local.server.PostgresServer;
import dev.podium.local.server.ServerSettings;
import dev.podium.local.server.ServersDirectory;
import dev.podium.local.stack.Component.Layer;
import dev.podium.local.stack.StackStatus.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Supervises a real PostgreSQL, which is the quickest of the servers. */
class SupervisorIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private DataFolder data;
  private PostgresServer postgres;
  private Supervisor supervisor;

  @BeforeEach
  void aSupervisor() throws IOException {
    data = DataFolder.open(null);
    supervisor = supervisor(Loopback.freePort());
    supervisor.start();
    await(() -> supervisor.status(false).phase() == Phase.RUNNING);
  }

  private Supervisor supervisor(int port) {
    Path state = data.path().resolve("postgresql");
    postgres =
        new PostgresServer(
            new ServerSettings(
                ServersDirectory.find(), state, data.path().resolve("server.log"), port, true),
            List.of("ingest"));
    return new Supervisor(
        new StackOptions(data.path(), 0, false, false, null),
        true,
        List.of(new Component(postgres, Set.of(), Layer.STORE)),
        () -> {});
  }

  @AfterEach
  void nothingIsLeft() throws IOException, InterruptedException {
    supervisor.stop();
    data.close();
    assertThat(data.path()).doesNotExist();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      LockSupport.parkNanos(50_000_000);
    }
  }

  private ComponentStatus postgresql() {
    return supervisor.status(false).components().getFirst();
  }

  private boolean isIn(ComponentState state) {
    return postgresql().state() == state;
  }

  private void execute(String sql) throws SQLException {
    String url = "jdbc:postgresql://" + postgres.address() + "/ingest";
    try (var connection = DriverManager.getConnection(url, "ingest", "ingest");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void whatIsKilledStartsAgainAndKeepsItsState() throws SQLException {
    execute("CREATE TABLE kept (id int)");
    long killed = postgresql().pid();

    ProcessHandle.of(killed).orElseThrow().destroyForcibly();
    await(() -> postgresql().restarts() == 1 && isIn(ComponentState.READY));

    execute("INSERT INTO kept VALUES (1)");
    assertThat(postgresql().pid()).isNotEqualTo(killed);
    assertThat(supervisor.status(false).events())
        .anyMatch(event -> event.text().startsWith("postgresql ended with exit code 137"));
  }

  @Test
  void whatIsStoppedStaysStoppedUntilItIsStarted() {
    ComponentRunner runner = supervisor.runner("postgresql").orElseThrow();

    runner.want(false);
    await(() -> isIn(ComponentState.STOPPED));
    ComponentStatus stopped = postgresql();
    runner.want(true);
    await(() -> isIn(ComponentState.READY));

    assertThat(stopped.pid()).isNull();
    assertThat(stopped.restarts()).isZero();
    assertThat(supervisor.status(false).allReady()).isTrue();
  }

  @Test
  void theNextRunFindsTheState() throws InterruptedException, SQLException {
    execute("CREATE TABLE kept (id int)");
    supervisor.stop();

    supervisor = supervisor(Loopback.freePort());
    supervisor.start();
    await(() -> supervisor.status(false).phase() == Phase.RUNNING);

    execute("INSERT INTO kept VALUES (1)");
  }

  @Test
  void leftoversOfAKilledSupervisorAreEnded() throws IOException, InterruptedException {
    RunFolder folder = RunFolder.at(data.path().resolve("run"));
    RecordedProcess gone = new RecordedProcess("supervisor", ProcessHandle.current().pid(), 0);
    RecordedProcess notOurs = new RecordedProcess("other", ProcessHandle.current().pid(), 1);
    long pid = postgresql().pid();
    folder.write(
        new RunRecord(
            gone, 1, "token", null, List.of(notOurs, RecordedProcess.of("postgresql", pid))));

    int ended = Leftovers.clear(folder);

    assertThat(ended).isPositive();
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(folder.read()).isEmpty();
  }
}
