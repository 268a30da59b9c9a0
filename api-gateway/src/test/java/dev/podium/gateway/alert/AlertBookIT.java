package dev.podium.gateway.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.access.Caller;
import dev.podium.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alerts that several change at the same time. */
@GatewayTest
class AlertBookIT {

  private static final int AT_ONCE = 8;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String owner = "user:" + UUID.randomUUID();
  private final AlertScene scene;
  private final AlertBook book;
  private final AlertRow.Alerts table;
  private final Outcomes outcomes;
  private final AlertSettings settings;
  private final DataSource database;

  AlertBookIT(
      AlertScene scene,
      AlertBook book,
      AlertRow.Alerts table,
      Outcomes outcomes,
      AlertSettings settings,
      DataSource database) {
    this.scene = scene;
    this.book = book;
    this.table = table;
    this.outcomes = outcomes;
    this.settings = settings;
    this.database = database;
  }

  @AfterEach
  void drop() {
    threads.close();
    scene.drop();
    QuarkusTransaction.requiringNew().run(() -> table.delete("owner", owner));
  }

  private static AlertDraft draft(String name, String url) {
    return new AlertDraft(name, name == null ? null : Map.of(), null, null, url, null, null);
  }

  private boolean make() {
    try {
      return book.make(owner, draft("one of many", Receiver.HOST + "/ok/")).row() != null;
    } catch (ProblemException e) {
      assertThat(e.problem().status()).isEqualTo(409);
      return false;
    }
  }

  @Test
  void ofThoseWhoMakeTheLastOneAtTheSameTimeOneDoes() throws Exception {
    for (int i = 1; i < settings.most(); i++) {
      assertThat(make()).isTrue();
    }
    CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    Callable<Boolean> last =
        () -> {
          together.await();
          return make();
        };

    int made = 0;
    for (Future<Boolean> one :
        threads.invokeAll(IntStream.range(0, AT_ONCE).mapToObj(i -> last).toList())) {
      made += one.get() ? 1 : 0;
    }

    assertThat(made).isEqualTo(1);
    assertThat(book.all(owner)).hasSize(settings.most());
  }

  @Test
  void anOutcomeTakesBackNothingThatTheOwnerChangesMeanwhile() throws Exception {
    UUID alert = scene.alert("never");
    // Later than the loop looks.
    scene.due(alert, "change", Instant.now().plus(Duration.ofDays(1)));
    UUID delivery = scene.sent(alert).getFirst().id;
    var failure = new Webhook.Call(Instant.now(), Duration.ZERO, 503, "away", false, null);
    String moved = Receiver.HOST + "/ok/moved";

    try (Connection holding = database.getConnection();
        Statement statement = holding.createStatement()) {
      holding.setAutoCommit(false);
      // So that the outcome has read the alert, and not written it yet.
      statement.execute("lock table delivery_attempt in share mode");
      Future<?> outcome = threads.submit(() -> outcomes.note(delivery, failure));
      AlertScene.await(this::waiting, count -> count == 1);
      Future<?> change =
          threads.submit(() -> book.change(Caller.LOOPBACK, alert.toString(), draft(null, moved)));
      AlertScene.await(() -> change.isDone() || waiting() == 2, over -> over);
      holding.rollback();
      for (Future<?> one : List.of(outcome, change)) {
        one.get();
      }
    }

    AlertRow row = scene.alert(alert);
    assertThat(row.url).isEqualTo(moved);
    assertThat(row.failingSince).isNotNull();
  }

  /** How many wait for a lock. */
  private int waiting() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "select count(*) from pg_stat_activity"
                    + " where datname = current_database() and wait_event_type = 'Lock'")) {
      count.next();
      return count.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
