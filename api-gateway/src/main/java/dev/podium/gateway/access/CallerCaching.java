package dev.podium.gateway.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Keeps what somebody may see out of the caches that others share. */
@ApplicationScoped
class CallerCaching {

  private static final int AFTER_REQUEST_ID = 980;
  private static final String CACHING = "Cache-Control";
  private static final Set<Integer> OF_THE_MOMENT = Set.of(401, 403, 429, 500, 502, 503, 504);

  void register(@Observes Filters filters) {
    filters.register(CallerCaching::follow, AFTER_REQUEST_ID);
  }

  private static void follow(RoutingContext context) {
    if (context.normalizedPath().startsWith("/v1/")) {
      context.addHeadersEndHandler(v -> mark(context));
    }
    context.next();
  }

  private static void mark(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.add("Vary", Credentials.HEADER + ", " + Credentials.KEY_HEADER);
    Caller caller = Caller.of(context);
    if (OF_THE_MOMENT.contains(context.response().getStatusCode())) {
      headers.set(CACHING, "no-store");
    } else if (caller != null && caller.isIdentified()) {
      headers.set(CACHING, toOneOnly(headers.get(CACHING)));
    }
  }

  /**
   * The same for one caller only.
   *
   * @param caching null where nothing is said
   */
  static String toOneOnly(String caching) {
    if (caching == null || caching.isBlank()) {
      return "private";
    }
    if (caching.contains("no-store") || caching.contains("private")) {
      return caching;
    }
    return caching.contains("public")
        ? caching.replace("public", "private")
        : "private, " + caching;
  }
}
