package dev.podium.gateway.route;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds what is passed on to the services to what the API's description says of it. */
@GatewayTest
class DescribedRoutesIT {

  @Inject ServiceRoutes routes;
  @Inject Vertx vertx;

  private List<Described> passedOn;

  /** An operation that a service answers, and what it says to those who may not have it. */
  private record Described(String method, String path, String text, String refusal) {

    boolean isBelow(String route) {
      return (path + '/').startsWith(route + '/');
    }
  }

  @BeforeEach
  void read() throws IOException {
    String document = given().accept("application/json").get("/openapi").asString();
    passedOn = new ArrayList<>();
    new ObjectMapper()
        .readTree(document)
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(method -> read(path.getKey(), method.getKey(), method.getValue())));
  }

  private void read(String path, String method, JsonNode operation) {
    if (operation.has("x-served-by")) {
      passedOn.add(
          new Described(
              method.toUpperCase(Locale.ROOT),
              path,
              operation.path("description").asText(),
              operation.at("/responses/403/description").asText()));
    }
  }

  @Test
  void everyRouteIsDescribedAndNothingElseIsPassedOn() {
    Router router = Router.router(vertx);
    routes.register(router);
    List<String> paths =
        router.getRoutes().stream()
            .map(Route::getPath)
            .map(path -> path.replaceFirst("[/*]+$", ""))
            .toList();

    assertThat(paths)
        .contains("/v1/pages", "/v1/sources", "/v1/dead-letters")
        .allSatisfy(path -> assertThat(passedOn).as(path).anyMatch(one -> one.isBelow(path)));
    assertThat(passedOn).allMatch(one -> paths.stream().anyMatch(one::isBelow));
  }

  /** A reader is refused what needs more, and is told what: as the description tells before. */
  @Test
  void everyOperationSaysWhichScopeItNeeds() {
    String key = AdminKey.make("read");

    assertThat(passedOn)
        .allSatisfy(
            one -> {
              String scope = needed(one, key);
              assertThat(one.refusal()).as("%s", one).contains("the scope `" + scope + '`');
              if (!scope.equals("read")) {
                assertThat(one.text()).contains("It needs the scope `" + scope + '`');
              }
            });
  }

  /** The challenge of RFC 6750 names it. */
  private static String needed(Described one, String key) {
    Response answer =
        given()
            .header("Authorization", "Bearer " + key)
            .request(one.method(), one.path().replaceAll("\\{\\w+}", "1"));
    return answer.statusCode() == 403
        ? answer.header("WWW-Authenticate").replaceFirst(".*scope=\"(\\w+)\".*", "$1")
        : "read";
  }
}
