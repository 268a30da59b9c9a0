package dev.podium.gateway.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets pages of any site read, where that is set. It takes no credentials, so that a page sees no
 * more than any stranger does.
 */
@ApplicationScoped
class CrossOriginReads {

  private static final int BEFORE_ROUTES = 900;

  private final boolean allowed;

  CrossOriginReads(AccessSettings settings) {
    allowed = settings.crossOriginReads();
  }

  void register(@Observes Filters filters) {
    if (allowed) {
      filters.register(CrossOriginReads::allow, BEFORE_ROUTES);
    }
  }

  private static void allow(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    response.putHeader("Access-Control-Allow-Origin", "*");
    response.putHeader(
        "Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After, X-Request-Id");
    if (isPreflight(request)) {
      response
          .putHeader("Access-Control-Allow-Methods", "GET, HEAD")
          .putHeader("Access-Control-Allow-Headers", "Accept, If-None-Match, X-Request-Id")
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
