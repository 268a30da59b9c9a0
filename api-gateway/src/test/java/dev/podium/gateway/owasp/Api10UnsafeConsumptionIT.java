package dev.podium.gateway.owasp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OWASP API10:2023: what a service behind answers is not believed further than it must be. */
@GatewayTest
class Api10UnsafeConsumptionIT {

  @Test
  void noHeaderOfAServiceBecomesOneOfOurs() {
    given()
        .redirects()
        .follow(false)
        .get("/v1/pages/moved")
        .then()
        .header("Podium-Credential", nullValue())
        .header("Access-Control-Allow-Credentials", nullValue())
        .header("Location", not(containsString("127.0.0.1")));
    given()
        .redirects()
        .follow(false)
        .post("/v1/pages/redirect")
        .then()
        .header("Set-Cookie", nullValue())
        .header("Server", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "closing"})
  void anAnswerThatIsNoneEndsAsAProblem(String path) {
    given()
        .get("/v1/pages/" + path)
        .then()
        .statusCode(502)
        .contentType("application/problem+json")
        .body("detail", not(containsString("SSH")));
  }

  @Test
  void noCredentialOfACallerReachesAServiceAndNoneOfOursACaller() {
    String seen =
        AdminKey.given()
            .header("Podium-Credential", "forged-forged-forged-forged-forged-forged")
            .cookie("session", "of-the-caller")
            .header("Proxy-Authorization", "Basic of-the-caller")
            .get("/v1/pages/abc")
            .asString();

    assertThat(seen)
        .containsOnlyOnce("podium-credential: ")
        .doesNotContain(AdminKey.TEXT)
        .doesNotContain("authorization")
        .doesNotContain("of-the-caller")
        .doesNotContain("forged");
  }

  @Test
  void whateverItsTypeABrowserDoesNotRunIt() {
    given()
        .get("/v1/pages/abc")
        .then()
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Content-Security-Policy", containsString("default-src 'none'"));
  }
}
