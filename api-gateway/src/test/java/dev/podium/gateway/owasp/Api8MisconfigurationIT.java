package dev.podium.gateway.owasp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OWASP API8:2023: what is served says no more than it must. */
@GatewayTest
class Api8MisconfigurationIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/exchanges",
        "/v1/pages/abc",
        "/v1/keys",
        "/nowhere",
        "/",
        "/docs/",
        "/openapi"
      })
  void everyAnswerIsHardened(String path) {
    given()
        .header("Origin", "https://evil.example")
        .get(path)
        .then()
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("Referrer-Policy", equalTo("no-referrer"))
        .header("Strict-Transport-Security", containsString("max-age="))
        .header("Access-Control-Allow-Credentials", nullValue())
        .header("Server", nullValue())
        .header("X-Powered-By", nullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/exchanges?q=%ZZ",
        "GET /v1/exchanges?cursor=AAAA",
        "POST /v1/keys",
        "TRACE /v1/keys",
        "GET /%00",
        "GET /v1/briefings/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "BREW /v1/exchanges",
      })
  void noErrorShowsWhatIsInside(String request) throws IOException {
    assertThat(
            RawHttp.send(
                request
                    + " HTTP/1.1\r\nHost: localhost\r\n"
                    + AdminKey.HEADER
                    + "Content-Length: 1\r\nConnection: close\r\n\r\n{"))
        .matches("(?s)HTTP/1.1 [45]\\d\\d .*")
        .doesNotContain("HTTP/1.1 500")
        .doesNotContain("Exception")
        .doesNotContain("at dev.podium")
        .doesNotContain("quarkus");
  }

  @Test
  void whatOneCallerSeesIsForNoSharedCache() {
    given()
        .header("X-API-Key", AdminKey.make("read"))
        .get("/v1/exchanges?size=1")
        .then()
        .statusCode(200)
        .header("Cache-Control", containsString("private"));
    assertThat(given().get("/v1/exchanges?size=1").headers().getValues("Vary").toString())
        .contains("Authorization", "X-API-Key");
    given().get("/v1/keys").then().header("Cache-Control", equalTo("no-store"));
  }

  @Test
  void noCookieIsSet() {
    assertThat(AdminKey.given().get("/v1/keys").cookies()).isEmpty();
  }
}
