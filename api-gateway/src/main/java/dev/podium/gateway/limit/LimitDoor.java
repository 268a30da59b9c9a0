package dev.podium.gateway.limit;

import dev.podium.gateway.access.Caller;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemResponses;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
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
      refuse(
          context,
          left,
          new Allowance.Rest(false, 0, Duration.ofSeconds(1)),
          "too many credentials from your address were refused");
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
    int points =
        Costs.of(
            context.request().method(),
            context.normalizedPath(),
            context.request().getHeader("Accept"));
    Optional<Allowance> allowance =
        points == 0 ? Optional.empty() : allowances.of(Caller.of(context), context.request());
    if (allowance.isEmpty()) {
      context.next();
      return;
    }
    Allowance.Rest rest = allowance.get().take(points);
    if (rest.taken()) {
      tell(context.response(), allowance.get().headers(rest.left()));
      context.next();
    } else {
      refuse(
          context,
          allowance.get(),
          rest,
          "this costs %d and %d of %d a minute are left%s"
              .formatted(points, rest.left(), allowance.get().size(), help(context)));
    }
  }

  private static String help(RoutingContext context) {
    return Caller.of(context).isIdentified() ? "" : "; a key has more";
  }

  private static void refuse(
      RoutingContext context, Allowance allowance, Allowance.Rest rest, String why) {
    long seconds = Math.max(1, rest.pause().plusMillis(999).toSeconds());
    Map<String, String> headers = new HashMap<>(allowance.headers(rest.left()));
    headers.put("Retry-After", Long.toString(seconds));
    ProblemResponses.end(
        context.response(),
        Problem.of(
            429,
            "rate-limited",
            why + "; wait " + seconds + " s. GET /v1/quota tells what is left"),
        headers);
  }

  private static void tell(HttpServerResponse response, Map<String, String> headers) {
    headers.forEach(response::putHeader);
  }
}
