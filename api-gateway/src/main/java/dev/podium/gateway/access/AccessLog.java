package dev.podium.gateway.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * A line for each request that is over, save probes: what was asked, what came of it, by whom. No
 * header is in it, and no value of a parameter that sounds like a secret.
 */
@ApplicationScoped
class AccessLog {

  private static final Logger LOG = Logger.getLogger(AccessLog.class);
  private static final int FIRST = 990;
  private static final String PROBES = "/q/";
  private static final int LONGEST = 2_000;
  private static final Pattern SECRET =
      Pattern.compile(
          "([?&;][^=&;]*(?:key|token|secret|passw|auth|credential|signature)[^=&;]*=)[^&;]*",
          Pattern.CASE_INSENSITIVE);

  /** Letters, hyphens and low lines, which need no escape. */
  private static final Pattern ESCAPED =
      Pattern.compile("%(2[dD]|5[fF]|[46][1-9a-fA-F]|[57][0-9aA])");

  private final boolean on;

  AccessLog(AccessSettings settings) {
    on = settings.accessLog();
  }

  void register(@Observes Filters filters) {
    if (on) {
      filters.register(AccessLog::follow, FIRST);
    }
  }

  private static void follow(RoutingContext context) {
    if (context.normalizedPath().startsWith(PROBES)) {
      context.next();
      return;
    }
    long start = System.nanoTime();
    context.addEndHandler(
        ended ->
            LOG.info(line(context, System.nanoTime() - start) + (ended.failed() ? " cut" : "")));
    context.next();
  }

  private static String line(RoutingContext context, long nanos) {
    HttpServerRequest request = context.request();
    Caller caller = Caller.of(context);
    HttpServerResponse response = context.response();
    return request.method()
        + " "
        + withoutSecrets(request.uri())
        + ' '
        + response.getStatusCode()
        + ' '
        + response.bytesWritten()
        + " bytes "
        + TimeUnit.NANOSECONDS.toMillis(nanos)
        + " ms caller="
        + (caller == null ? "unknown" : caller.id())
        + " request="
        + response.headers().get("X-Request-Id");
  }

  /** An address as it may stand in a log. */
  static String withoutSecrets(String address) {
    // Asked for both as written and with the letters of a name escaped.
    boolean isPlain = address.indexOf('?') < 0;
    String shown = isPlain ? address : SECRET.matcher(unescapedNames(address)).replaceAll("$1***");
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "...";
  }

  private static String unescapedNames(String address) {
    return ESCAPED
        .matcher(address)
        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
  }
}
