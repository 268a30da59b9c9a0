package dev.podium.gateway.owasp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.token.Provider;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OWASP API2:2023: nobody is taken for somebody else. */
@GatewayTest
class Api2AuthenticationIT {

  private static final String KEY = "podium_" + "a".repeat(12) + '_' + "b".repeat(52);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer x",
        "Basic YWRtaW46YWRtaW4=",
        "Bearer null",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsInNjb3BlIjoiYWRtaW4ifQ.AAAA",
        "Bearer ' OR '1'='1",
        "Digest username=admin",
      })
  void whatIsNoCredentialOpensNothingNotEvenWhatIsOpen(String value) {
    for (String path : new String[] {"/v1/keys", "/v1/exchanges", "/v1/sources"}) {
      given()
          .header("Authorization", value)
          .get(path)
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", containsString("Bearer"));
    }
  }

  @Test
  void anEmptyKeyIsNoKey() {
    given().header("X-API-Key", "").get("/v1/keys").then().statusCode(401);
  }

  @Test
  void aCredentialInTheAddressIsNone() {
    given()
        .queryParam("access_token", AdminKey.TEXT)
        .queryParam("api_key", AdminKey.TEXT)
        .cookie("key", AdminKey.TEXT)
        .get("/v1/keys")
        .then()
        .statusCode(401)
        .body("code", equalTo("credential-needed"));
  }

  @Test
  void ofTwoCredentialsNoneCounts() {
    AdminKey.given().header("X-API-Key", KEY).get("/v1/keys").then().statusCode(400);
  }

  @Test
  void aPartOfTheKeyIsNotTheKey() {
    for (String key :
        new String[] {
          AdminKey.TEXT.substring(1), AdminKey.TEXT + 'x', AdminKey.TEXT.toUpperCase(Locale.ROOT)
        }) {
      given().header("X-API-Key", key).get("/v1/keys").then().statusCode(401);
    }
  }

  @Test
  void whoeverTriesOneAfterTheOtherHasToWait() {
    int status = 401;
    for (int i = 0; i < 60 && status == 401; i++) {
      status = guess("guess-number-" + i);
    }

    assertThat(status).isEqualTo(429);
    assertThat(guess(AdminKey.TEXT)).as("not even the right one").isEqualTo(429);
  }

  private static int guess(String key) {
    return given()
        .header("X-Forwarded-For", "198.51.100.77")
        .header("X-API-Key", key)
        .get("/v1/keys")
        .statusCode();
  }

  @Test
  void aTokenOfTheProviderTellsWhoSentIt() {
    given()
        .header("Authorization", "Bearer " + Provider.token("ada", "admin"))
        .get("/v1/quota")
        .then()
        .statusCode(200)
        .body("caller", equalTo("user:ada"));
    String[] token = Provider.token("ada", "read").split("\\.", 3);
    String[] other = Provider.token("eve", "admin").split("\\.", 3);
    given()
        .header("Authorization", "Bearer " + token[0] + '.' + other[1] + '.' + token[2])
        .get("/v1/keys")
        .then()
        .statusCode(401);
  }
}
