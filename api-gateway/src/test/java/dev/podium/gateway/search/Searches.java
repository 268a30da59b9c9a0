package dev.podium.gateway.search;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** Searches for exchanges, as a client sends them. */
final class Searches {

  static ValidatableResponse search(Map<String, String> parameters) {
    return get(parameters).statusCode(200);
  }

  static ValidatableResponse get(Map<String, String> parameters) {
    return given().queryParams(parameters).get("/v1/exchanges").then();
  }

  static JsonPath get(String address) {
    return given()
        .urlEncodingEnabled(false)
        .get(address)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private Searches() {}
}
