package dev.podium.gateway.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** What every answer carries: the request's id, and what browsers must not do with the answer. */
@ApplicationScoped
class ResponseHeaders {

  private static final String REQUEST_ID = "X-Request-Id";
  private static final Pattern REQUEST_ID_FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int FIRST = 1000;

  void register(@Observes Filters filters) {
    filters.register(ResponseHeaders::add, FIRST);
  }

  private static void add(RoutingContext context) {
    MultiMap headers = context.response().headers();
    String id = requestId(context.request().getHeader(REQUEST_ID));
    headers.set(REQUEST_ID, id);
    MDC.put("request", id);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    if (isApi(context.normalizedPath())) {
      headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
    context.next();
  }

  // The pages of Swagger UI run scripts of their own.
  private static boolean isApi(String path) {
    return path.startsWith("/v1/");
  }

  private static String requestId(String given) {
    return given != null && REQUEST_ID_FORM.matcher(given).matches()
        ? given
        : UUID.randomUUID().toString();
  }
}
