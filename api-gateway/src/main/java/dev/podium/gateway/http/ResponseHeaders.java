package dev.podium.gateway.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.ConfigMapping;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** What every answer carries: the request's id, and what browsers must not do with the answer. */
@ApplicationScoped
class ResponseHeaders {

  private static final String REQUEST_ID = "X-Request-Id";
  private static final Pattern REQUEST_ID_FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int FIRST = 1000;

  private static final String OF_DATA =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  // Swagger UI runs scripts that stand in its pages, and asks this service alone.
  private static final String OF_DOCS =
      "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private final Optional<String> transport;

  ResponseHeaders(Settings settings) {
    transport = settings.strictTransport().map(time -> "max-age=" + time.toSeconds());
  }

  /** What browsers are told of the connection. */
  @ConfigMapping(prefix = "gateway")
  interface Settings {

    /** How long browsers shall come over TLS only, where all who call do; not said unless set. */
    Optional<Duration> strictTransport();
  }

  void register(@Observes Filters filters) {
    filters.register(this::add, FIRST);
  }

  private void add(RoutingContext context) {
    MultiMap headers = context.response().headers();
    String id = requestId(context.request().getHeader(REQUEST_ID));
    headers.set(REQUEST_ID, id);
    MDC.put("request", id);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Content-Security-Policy", policy(context.normalizedPath()));
    transport.ifPresent(value -> headers.set("Strict-Transport-Security", value));
    context.next();
  }

  private static String policy(String path) {
    return path.startsWith("/docs") ? OF_DOCS : OF_DATA;
  }

  private static String requestId(String given) {
    return given != null && REQUEST_ID_FORM.matcher(given).matches()
        ? given
        : UUID.randomUUID().toString();
  }
}
