package dev.podium.kit.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Problem details for what fails before a resource is reached: no such path, too large a body. */
@ApplicationScoped
class ProblemRoutes {

  private static final Map<Integer, String> DETAILS =
      Map.of(
          400, "the request is no valid HTTP",
          404, "there is nothing at this address",
          405, "this address does not take that method",
          413, "the body is larger than this service takes",
          414, "the address is longer than this service takes",
          431, "the headers are larger than this service takes");

  void register(@Observes Router router) {
    DETAILS.forEach(
        (status, detail) -> router.errorHandler(status, c -> answer(c, status, detail)));
  }

  private static void answer(RoutingContext context, int status, String detail) {
    ProblemResponses.end(context.response(), Problem.of(status, HttpCodes.code(status), detail));
  }
}
