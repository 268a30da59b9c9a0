package dev.podium.gateway.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.gateway.GatewayTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose turn it is while places are few. */
@GatewayTest
class DeliveryTurnsIT {

  private static final Duration LEASE = Duration.ofHours(1);

  // Later than the loop of this instance looks.
  private final Instant then = Instant.now().plus(Duration.ofDays(1));
  private final AlertScene scene;
  private final Deliveries deliveries;

  DeliveryTurnsIT(AlertScene scene, Deliveries deliveries) {
    this.scene = scene;
    this.deliveries = deliveries;
  }

  @AfterEach
  void drop() {
    scene.drop();
  }

  private void due(UUID alert, int count, Instant when) {
    for (int i = 0; i < count; i++) {
      scene.due(alert, "change-" + i, when);
    }
  }

  /** Of which alerts it takes. */
  private List<UUID> claim(int most, Instant now) {
    return QuarkusTransaction.requiringNew()
        .call(() -> deliveries.claim(most, now, LEASE).stream().map(row -> row.alertId).toList());
  }

  @Test
  void whatIsUnderWayCountsHoweverOftenItIsAsked() {
    UUID alert = scene.alert("ok");
    due(alert, 12, then);

    assertThat(claim(100, then)).hasSize(4);
    assertThat(claim(100, then)).isEmpty();
    assertThat(claim(100, then.plus(LEASE).plusSeconds(1))).hasSize(4);
  }

  @Test
  void theAlertWithTheFewestUnderWayIsFirst() {
    UUID busy = scene.alert("ok");
    due(busy, 8, then);
    claim(2, then);
    UUID idle = scene.alert("ok");
    due(idle, 3, then.plusSeconds(10));

    assertThat(claim(3, then.plusSeconds(20))).hasSize(3).containsOnly(idle);
    assertThat(claim(3, then.plusSeconds(20))).containsOnly(busy).hasSize(2);
  }

  @Test
  void ofAlertsWithAsManyTheOneThatWaitsLongestIsFirst() {
    UUID young = scene.alert("ok");
    due(young, 1, then.plusSeconds(10));
    UUID old = scene.alert("ok");
    due(old, 1, then);

    assertThat(claim(1, then.plusSeconds(20))).containsExactly(old);
    assertThat(claim(1, then.plusSeconds(20))).containsExactly(young);
  }
}
