package dev.podium.gateway.owasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OWASP API3:2023: nobody sets or sees a property that is not his. */
@GatewayTest
class Api3PropertyLevelAuthorizationIT {

  @ParameterizedTest
  @ValueSource(
      strings = {"id", "hash", "key", "createdBy", "createdAt", "revokedAt", "scope", "__proto__"})
  void whatOnlyTheServiceSetsIsRefused(String field) {
    AdminKey.given()
        .contentType(ContentType.JSON)
        .body("{\"name\": \"a\", \"scopes\": [\"read\"], \"%s\": \"x\"}".formatted(field))
        .post("/v1/keys")
        .then()
        .statusCode(400)
        .body("errors.name", hasItem(field));
  }

  @Test
  void noAnswerHoldsAHashOrAKey() {
    String key = AdminKey.make("read");
    String list = AdminKey.given().get("/v1/keys?size=1000").asString();

    assertThat(list)
        .contains(key.split("_", 3)[1])
        .doesNotContain(key.split("_", 3)[2])
        .doesNotContain("hash")
        .doesNotContain("\"key\"");
  }
}
