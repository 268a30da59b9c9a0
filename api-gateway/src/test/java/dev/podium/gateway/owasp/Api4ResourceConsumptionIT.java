package dev.podium.gateway.owasp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.podium.contracts.topic.Limits;
import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OWASP API4:2023: nobody takes more than his share. */
@GatewayTest
class Api4ResourceConsumptionIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/exchanges?size=1001",
        "/v1/exchanges?size=2147483648",
        "/v1/exchanges?size=-1",
        "/v1/keys?size=1000000",
      })
  void noPageIsLargerThanTheLimit(String path) {
    AdminKey.given().get(path).then().statusCode(400);
  }

  @Test
  void noQueryIsDeeperOrLongerThanTheLimit() {
    String deep = "(".repeat(200) + "a" + ")".repeat(200);
    String wide = "a OR ".repeat(300) + "a";
    for (String query : new String[] {deep, wide, "*", "a*", "a".repeat(5_000)}) {
      given()
          .queryParam("q", query)
          .get("/v1/exchanges")
          .then()
          .statusCode(400)
          .body("errors.name", hasItem("q"));
    }
  }

  @Test
  void noBodyIsLargerThanTheLimit() {
    given().body(new byte[Limits.BODY_BYTES + 1]).post("/v1/pages").then().statusCode(413);
    AdminKey.given()
        .contentType("application/json")
        .body(" ".repeat(20_000))
        .post("/v1/keys")
        .then()
        .statusCode(413);
  }

  @Test
  void noHeaderIsLargerThanTheLimit() throws IOException {
    assertThat(
            RawHttp.send(
                "GET /v1/exchanges HTTP/1.1\r\nHost: localhost\r\nX-API-Key: "
                    + "a".repeat(100_000)
                    + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 431");
  }

  @Test
  void nobodyComesMoreOftenThanHeMay() {
    int status = 404;
    for (int i = 0; i < 20 && status == 404; i++) {
      status =
          given()
              .header("X-Forwarded-For", "198.51.100.44")
              .get("/v1/exchanges/x/evidence")
              .statusCode();
    }

    assertThat(status).isEqualTo(429);
  }

  /** Only what our own proxies add counts, which stands last. */
  @Test
  void nobodyGetsAnotherShareByAHeader() {
    int status = 404;
    for (int i = 0; i < 20 && status == 404; i++) {
      status =
          given()
              .header("X-Forwarded-For", "203.0.113." + i + ", 198.51.100.45")
              .header("X-Real-IP", "203.0.113." + i)
              .header("Forwarded", "for=203.0.113." + i)
              .get("/v1/exchanges/x/evidence")
              .statusCode();
    }

    assertThat(status).isEqualTo(429);
  }
}
