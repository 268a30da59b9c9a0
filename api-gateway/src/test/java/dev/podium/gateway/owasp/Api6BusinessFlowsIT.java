package dev.podium.gateway.owasp;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OWASP API6:2023: nobody feeds the archive who may not, not even by somebody else's browser. */
@GatewayTest
class Api6BusinessFlowsIT {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-For | 127.0.0.1",
        "Origin          | https://evil.example",
        "Origin          | null",
        "Sec-Fetch-Site  | cross-site",
        "Host            | rebound.evil.example",
      })
  void noStrangerAndNoPageOfAnotherSiteSendsPages(String header, String value) {
    for (String path : new String[] {"/v1/pages?source=mfa-cn-fr", "/v1/parse"}) {
      given()
          .header(header, value)
          .contentType("text/plain")
          .body("Q: Is this true?")
          .post(path)
          .then()
          .statusCode(401);
    }
  }

  @Test
  void whoeverSendsManyPagesIsCounted() {
    String write = AdminKey.make("write");
    given()
        .header("X-API-Key", write)
        .body("page")
        .post("/v1/pages?source=a")
        .then()
        .statusCode(200)
        .header("RateLimit", containsString("r=29999"));
  }
}
