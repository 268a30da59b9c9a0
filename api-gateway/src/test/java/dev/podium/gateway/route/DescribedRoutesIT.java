package dev.podium.gateway.route;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.openapi.ApiDocument;
import dev.podium.gateway.openapi.ApiDocument.Operation;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds what is passed on to the services to what the API's description says of it. */
@GatewayTest
class DescribedRoutesIT {

  @Inject ServiceRoutes routes;
  @Inject Vertx vertx;

  private List<Operation> passedOn;

  @BeforeEach
  void read() throws JsonProcessingException {
    passedOn = ApiDocument.read().operations().stream().filter(Operation::isPassedOn).toList();
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
        .allSatisfy(path -> assertThat(passedOn).as(path).anyMatch(one -> isBelow(one, path)));
    assertThat(passedOn).allMatch(one -> paths.stream().anyMatch(path -> isBelow(one, path)));
  }

  private static boolean isBelow(Operation operation, String route) {
    return (operation.path() + '/').startsWith(route + '/');
  }

  /** A reader is refused what needs more, and is told what: as the description tells before. */
  @Test
  void everyOperationSaysWhichScopeItNeeds() {
    String key = AdminKey.make("read");

    assertThat(passedOn)
        .allSatisfy(
            one -> {
              String scope = needed(one, key);
              assertThat(one.responses().at("/403/description").asText())
                  .as("%s", one)
                  .contains("the scope `" + scope + '`');
              if (!scope.equals("read")) {
                assertThat(one.text()).contains("It needs the scope `" + scope + '`');
              }
            });
  }

  /** The challenge of RFC 6750 names it. */
  private static String needed(Operation one, String key) {
    Response answer =
        given()
            .header("Authorization", "Bearer " + key)
            .request(one.method(), one.path().replaceAll("\\{\\w+}", "1"));
    return answer.statusCode() == 403
        ? answer.header("WWW-Authenticate").replaceFirst(".*scope=\"(\\w+)\".*", "$1")
        : "read";
  }
}
