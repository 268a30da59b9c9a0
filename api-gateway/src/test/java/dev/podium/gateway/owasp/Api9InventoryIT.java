package dev.podium.gateway.owasp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OWASP API9:2023: what is served is described, and nothing else is. */
@GatewayTest
class Api9InventoryIT {

  private static Map<String, Map<String, ?>> paths() {
    return given().accept(ContentType.JSON).get("/openapi").then().extract().path("paths");
  }

  @Test
  void everyAddressHasAVersion() {
    assertThat(paths().keySet()).allMatch(path -> path.startsWith("/v1/"));
  }

  @Test
  void everyOperationTellsWhatAStrangerIsAnswered() {
    assertThat(paths())
        .allSatisfy(
            (path, operations) ->
                assertThat(operations.entrySet())
                    .filteredOn(
                        one -> List.of("get", "post", "put", "delete").contains(one.getKey()))
                    .allSatisfy(
                        one ->
                            assertThat(
                                    ((Map<?, ?>) ((Map<?, ?>) one.getValue()).get("responses"))
                                        .keySet())
                                .as(path)
                                .anyMatch("401"::equals)
                                .anyMatch("403"::equals)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v0/exchanges",
        "/v2/exchanges",
        "/api/v1/exchanges",
        "/internal",
        "/admin",
        "/actuator/env",
        "/.git/config",
        "/q/dev-ui",
        "/q/arc",
        "/q/info",
        "/graphql",
        "/v1/_search",
        "/_cat/indices",
        "/application.properties",
      })
  void nothingElseIsServed(String path) {
    AdminKey.given().get(path).then().statusCode(404);
  }
}
