package dev.podium.gateway.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
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
  private static final List<String> SECRETS =
      List.of("key", "token", "secret", "passw", "auth", "credential", "signature");

  /** Where a parameter begins. */
  private static final Pattern SEPARATORS = Pattern.compile("[?&;]");

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
    int query = address.indexOf('?');
    String shown =
        query < 0
            ? address
            : address.substring(0, query) + masked(unescapedNames(address.substring(query)));
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "...";
  }

  // A name can be written with its letters escaped.
  private static String unescapedNames(String query) {
    return ESCAPED
        .matcher(query)
        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
  }

  // Each piece is looked at once: strangers choose addresses, and must not choose how long this
  // takes.
  private static String masked(String query) {
    StringBuilder shown = new StringBuilder();
    boolean isSecret = false;
    for (String piece : SEPARATORS.splitWithDelimiters(query, -1)) {
      // A question mark may begin a name, as in an address within the address, but ends no value.
      boolean endsValue = piece.equals("&") || piece.equals(";");
      if (endsValue || !isSecret) {
        int end = endOfSecretName(piece);
        isSecret = end >= 0;
        shown.append(isSecret ? piece.substring(0, end) + "=***" : piece);
      }
    }
    return shown.toString();
  }

  /** Negative where the piece has no name, or one that sounds like no secret. */
  private static int endOfSecretName(String piece) {
    int end = piece.indexOf('=');
    String name = piece.substring(0, Math.max(0, end)).toLowerCase(Locale.ROOT);
    return SECRETS.stream().anyMatch(name::contains) ? end : -1;
  }
}
