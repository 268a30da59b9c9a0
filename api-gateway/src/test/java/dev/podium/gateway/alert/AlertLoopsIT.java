package dev.podium.gateway.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.gateway.GatewayTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What finds and sends messages goes on, whatever happens to it. */
@GatewayTest
class AlertLoopsIT {

  private final AlertScene scene;
  private final DataSource database;

  AlertLoopsIT(AlertScene scene, DataSource database) {
    this.scene = scene;
    this.database = database;
  }

  @AfterEach
  void drop() throws SQLException {
    allow();
    scene.drop();
  }

  /** Lets the database fail for a reason that nobody foresees, and count how often. */
  private void refuse(String what, UUID alert) throws SQLException {
    execute("create sequence refusals");
    execute(
        """
        create function refuse() returns trigger language plpgsql as
        'begin perform nextval(''refusals''); raise exception ''not this one''; end'""");
    execute(
        """
        create trigger refusal before %s on delivery for each row
        when (new.alert_id = '%s') execute function refuse()"""
            .formatted(what, alert));
  }

  private void allow() throws SQLException {
    execute("drop trigger if exists refusal on delivery");
    execute("drop function if exists refuse()");
    execute("drop sequence if exists refusals");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long refused() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "select case when is_called then last_value else 0 end from refusals")) {
      count.next();
      return count.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatSendsGoesOn() throws SQLException {
    UUID alert = scene.alert("ok");
    refuse("update", alert);
    scene.due(alert, "refused", Instant.now());
    AlertScene.await(this::refused, count -> count > 1);

    allow();

    assertThat(scene.awaitOne(alert, "delivered").attempts).isEqualTo(1);
  }

  @Test
  void whatFindsGoesOn() throws SQLException {
    UUID alert = scene.alert("ok");
    refuse("insert", alert);
    String change = scene.edited().id();
    AlertScene.await(this::refused, count -> count > 1);

    allow();

    assertThat(scene.awaitOne(alert, "delivered").changeId).isEqualTo(change);
  }

  @Test
  void whatCannotBeSentForAReasonThatNobodyForesawIsAnAttemptAndGivenUpInTheEnd() {
    UUID alert = scene.alert("ok");
    scene.change(alert, row -> row.secret = "no secret");
    scene.due(alert, "unsent", Instant.now());

    DeliveryRow failed = scene.awaitOne(alert, "failed");

    assertThat(failed.attempts).isGreaterThan(1);
    assertThat(failed.lastReason).isEqualTo("the gateway failed; its log has the reason");
    assertThat(Receiver.received(scene.path("ok"))).isEmpty();
  }
}
