package dev.podium.gateway.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Lets pages of other sites in, where that is set. There are no cookies, so that a page of another
 * site sees no more than any stranger does, unless its visitor gives it a key.
 */
@ApplicationScoped
class CrossOriginReads {

  private static final int BEFORE_ROUTES = 900;
  private static final String ANY = "*";
  private static final String EXPOSED =
      "Content-Disposition, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After,"
          + " WWW-Authenticate, X-Request-Id";
  private static final String ASKED =
      "Accept, Authorization, Content-Type, If-Match, If-None-Match, Last-Event-ID, X-API-Key,"
          + " X-Request-Id";

  private final Set<String> origins;

  CrossOriginReads(AccessSettings settings) {
    origins = Set.copyOf(settings.crossOrigins().orElse(Set.of()));
  }

  void register(@Observes Filters filters) {
    if (!origins.isEmpty()) {
      filters.register(this::allow, BEFORE_ROUTES);
    }
  }

  void allow(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    boolean any = origins.contains(ANY);
    String origin = request.getHeader("Origin");
    if (!any) {
      // At the end, since an answer that varies in other ways sets the header.
      context.addHeadersEndHandler(v -> response.headers().add("Vary", "Origin"));
    }
    if (!any && (origin == null || !origins.contains(origin))) {
      context.next();
      return;
    }
    response.putHeader("Access-Control-Allow-Origin", any ? ANY : origin);
    response.putHeader("Access-Control-Expose-Headers", EXPOSED);
    if (isPreflight(request)) {
      response
          .putHeader(
              "Access-Control-Allow-Methods",
              any ? "GET, HEAD" : "GET, HEAD, POST, PUT, PATCH, DELETE")
          .putHeader("Access-Control-Allow-Headers", ASKED)
          .putHeader("Access-Control-Max-Age", "3600")
          .setStatusCode(204)
          .end();
    } else {
      context.next();
    }
  }

  private static boolean isPreflight(HttpServerRequest request) {
    return HttpMethod.OPTIONS.equals(request.method())
        && request.headers().contains("Access-Control-Request-Method");
  }
}
