package dev.podium.gateway;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** The key of an administrator of the gateway under test. */
public final class AdminKey {

  /** The configured one. */
  public static final String TEXT = "the-admin-key-of-the-gateway-under-test";

  /** As the header of a request, for {@link RawHttp}. */
  public static final String HEADER = "Authorization: Bearer " + TEXT + "\r\n";

  /** A request of an administrator. */
  public static RequestSpecification given() {
    return RestAssured.given().header("Authorization", "Bearer " + TEXT);
  }

  /** Makes a key with a scope: read, write or admin. */
  public static String make(String scope) {
    return given()
        .contentType(ContentType.JSON)
        .body("{\"name\": \"of a test\", \"scopes\": [\"" + scope + "\"]}")
        .post("/v1/keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  private AdminKey() {}
}
