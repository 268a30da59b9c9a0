package dev.podium.gateway.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An alert is at work no longer than its owner may call. */
@GatewayTest
class AlertOwnersIT {

  private final AlertScene scene;
  private final EntityManager entities;

  AlertOwnersIT(AlertScene scene, EntityManager entities) {
    this.scene = scene;
    this.entities = entities;
  }

  @AfterEach
  void drop() {
    scene.drop();
  }

  private UUID alertOf(String key) {
    return scene.alert("ok", given().header("X-API-Key", key));
  }

  private static String id(String key) {
    return key.split("_", 3)[1];
  }

  private void expire(String key) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery("update api_key set expires_at = :now where id = :id")
                    .setParameter("now", Instant.now().minusSeconds(1))
                    .setParameter("id", id(key))
                    .executeUpdate());
  }

  @Test
  void nothingIsFoundForAKeyThatIsOver() {
    String revoked = AdminKey.make("write");
    String expired = AdminKey.make("write");
    UUID ofRevoked = alertOf(revoked);
    UUID ofExpired = alertOf(expired);
    UUID ofUsable = alertOf(AdminKey.make("write"));
    UUID ofMachine = scene.alert("ok");
    AdminKey.given().delete("/v1/keys/" + id(revoked)).then().statusCode(204);
    expire(expired);

    scene.edited();

    scene.awaitOne(ofUsable, "delivered");
    scene.awaitOne(ofMachine, "delivered");
    assertThat(scene.sent(ofRevoked)).isEmpty();
    assertThat(scene.sent(ofExpired)).isEmpty();
    assertThat(Receiver.received(scene.path("ok"))).hasSize(2);
  }

  @Test
  void whatWaitsForAKeyThatIsOverIsNotSent() {
    String revoked = AdminKey.make("write");
    String expired = AdminKey.make("write");
    UUID ofRevoked = alertOf(revoked);
    UUID ofExpired = alertOf(expired);
    UUID ofConfigured = scene.alert("ok", AdminKey.given());
    AdminKey.given().delete("/v1/keys/" + id(revoked)).then().statusCode(204);
    expire(expired);
    // Those that have waited longest come first.
    Instant before = Instant.now().minusSeconds(60);
    scene.due(ofRevoked, "waits", before);
    scene.due(ofExpired, "waits", before);

    scene.due(ofConfigured, "sent", Instant.now());

    scene.awaitOne(ofConfigured, "delivered");
    assertThat(scene.awaitOne(ofRevoked, "waiting").attempts).isZero();
    assertThat(scene.awaitOne(ofExpired, "waiting").attempts).isZero();
    assertThat(Receiver.received(scene.path("ok"))).hasSize(1);
  }
}
