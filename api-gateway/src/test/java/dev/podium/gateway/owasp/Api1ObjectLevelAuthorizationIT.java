package dev.podium.gateway.owasp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** OWASP API1:2023: nobody reaches what is another one's by its id. */
@GatewayTest
class Api1ObjectLevelAuthorizationIT {

  @Test
  void aKeyOpensNoKeyByItsIdNotEvenItself() {
    String mine = AdminKey.make("write");
    String anothers = AdminKey.make("admin");

    for (String key : new String[] {mine, anothers}) {
      String path = "/v1/keys/" + key.split("_", 3)[1];
      given().header("X-API-Key", mine).get(path).then().statusCode(403);
      given().header("X-API-Key", mine).delete(path).then().statusCode(403);
    }
    given().header("X-API-Key", anothers).get("/v1/keys").then().statusCode(200);
  }

  /** Else ids could be tried out. */
  @Test
  void aRefusalDoesNotTellWhetherAnIdIsOne() {
    String mine = AdminKey.make("read");
    Response there = given().header("X-API-Key", mine).get("/v1/keys/" + mine.split("_", 3)[1]);
    Response nowhere = given().header("X-API-Key", mine).get("/v1/keys/aaaaaaaaaaaa");

    assertThat(there.statusCode()).isEqualTo(nowhere.statusCode());
    assertThat(there.asString()).isEqualTo(nowhere.asString());
  }
}
