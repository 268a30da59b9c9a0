package dev.podium.gateway.owasp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OWASP API7:2023: nobody makes the gateway ask addresses of his choice. */
@GatewayTest
class Api7RequestForgeryIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET http://169.254.169.254/latest/meta-data/",
        "GET http://127.0.0.1:22/v1/sources",
        "GET //169.254.169.254/latest",
        "CONNECT 169.254.169.254:80",
        "GET /v1/pages/http://169.254.169.254/",
        "GET /v1/pages/@169.254.169.254/",
      })
  void noRequestLineLeadsToAnotherServer(String request) throws IOException {
    String answer =
        RawHttp.send(request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer).doesNotContain("meta-data/\nbody").doesNotContain("SSH-2.0");
    assertThat(answer.contains("host: 169.254.169.254")).isFalse();
  }

  @Test
  void anAddressInAHeaderIsPassedOnAndNotAsked() {
    given()
        .header("Content-Location", "http://169.254.169.254/latest/meta-data/")
        .body("page")
        .post("/v1/pages?source=a")
        .then()
        .statusCode(200)
        .body(containsString("content-location: http://169.254.169.254/latest/meta-data/"));
  }

  @Test
  void aRedirectOfAServiceIsNotFollowed() {
    given()
        .redirects()
        .follow(false)
        .get("/v1/pages/moved")
        .then()
        .statusCode(302)
        .body(equalTo(""));
  }
}
