package dev.podium.gateway.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.gateway.GatewayTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies may be long: whoever needs none reads none. */
@GatewayTest
class DeliveryReadsIT {

  private final AlertScene scene;
  private final Deliveries deliveries;
  private final EntityManager entities;
  private UUID alert;

  DeliveryReadsIT(AlertScene scene, Deliveries deliveries, EntityManager entities) {
    this.scene = scene;
    this.deliveries = deliveries;
    this.entities = entities;
  }

  @BeforeEach
  void make() {
    alert = scene.alert("ok");
    scene.due(alert, "change", Instant.now().plus(Duration.ofDays(1)));
  }

  @AfterEach
  void drop() {
    scene.drop();
  }

  /** How many whole rows are read for something. */
  private int wholeRows(Supplier<List<?>> read) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              assertThat(read.get()).isNotEmpty();
              return entities.unwrap(Session.class).getStatistics().getEntityCount();
            });
  }

  @Test
  void theSearchForErasedQuotationsReadsNone() {
    assertThat(wholeRows(() -> deliveries.notErased(new UUID(0, 0), 10))).isZero();
  }

  @Test
  void theLogReadsNone() {
    assertThat(wholeRows(() -> deliveries.page(alert, null, null, 10))).isZero();
    assertThat(
            wholeRows(
                () -> deliveries.page(alert, Instant.now().plus(Duration.ofDays(2)), alert, 10)))
        .isZero();
  }
}
