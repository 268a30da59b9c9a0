package dev.podium.gateway.limit;

import dev.podium.gateway.access.Caller;
import dev.podium.kit.problem.ProblemException;
import dev.podium.kit.problem.ProblemResponses;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Lets callers in at the rate that they may come, and tells them what they have left. */
@ApplicationScoped
class LimitDoor {

  private static final int BEFORE_CREDENTIALS = 850;
  private static final int BEFORE_ROUTES = 700;
  private static final int UNAUTHORIZED = 401;

  private final Allowances allowances;

  LimitDoor(Allowances allowances) {
    this.allowances = allowances;
  }

  void register(@Observes Filters filters) {
    filters.register(this::beforeCredentials, BEFORE_CREDENTIALS);
    filters.register(this::beforeRoutes, BEFORE_ROUTES);
  }

  /** Whoever shows one wrong credential after the other is not looked at any more. */
  private void beforeCredentials(RoutingContext context) {
    Optional<Allowance> refusals =
        isWithoutCredential(context) ? Optional.empty() : allowances.refusals(context.request());
    if (refusals.isEmpty()) {
      context.next();
      return;
    }
    Allowance left = refusals.get();
    if (left.bucket().getAvailableTokens() == 0) {
      Allowance.Rest none = new Allowance.Rest(false, 0, Duration.ofSeconds(1));
      refuse(context, left.refusal(none, "too many credentials from your address were refused"));
      return;
    }
    context.addEndHandler(
        ended -> {
          if (context.response().getStatusCode() == UNAUTHORIZED) {
            left.take(1);
          }
        });
    context.next();
  }

  private static boolean isWithoutCredential(RoutingContext context) {
    var headers = context.request().headers();
    return !headers.contains("Authorization") && !headers.contains("X-API-Key");
  }

  private void beforeRoutes(RoutingContext context) {
    int points = Costs.of(context.request().method(), context.normalizedPath());
    Caller caller = Caller.of(context);
    Optional<Allowance> allowance =
        points == 0 ? Optional.empty() : allowances.of(caller, context.request());
    if (allowance.isEmpty()) {
      context.next();
      return;
    }
    Allowance.Rest rest = allowance.get().take(points);
    if (rest.taken()) {
      tell(context.response(), allowance.get().headers(rest.left()));
      context.next();
    } else {
      refuse(context, allowance.get().spent(points, rest, caller));
    }
  }

  private static void refuse(RoutingContext context, ProblemException why) {
    ProblemResponses.end(context.response(), why.problem(), why.headers());
  }

  private static void tell(HttpServerResponse response, Map<String, String> headers) {
    headers.forEach(response::putHeader);
  }
}
