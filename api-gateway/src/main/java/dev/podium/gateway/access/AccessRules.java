package dev.podium.gateway.access;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which scope an address needs: the first rule that fits. What no rule names needs {@code read} to
 * be read and {@code write} to be changed, so that an address that nobody thought of is not open.
 */
public final class AccessRules {

  private static final Set<HttpMethod> CHANGING =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  /** Names nothing: an address below is served by whoever is public. */
  private static final Scope PUBLIC = null;

  private static final List<Rule> RULES =
      List.of(
          rule("(?!/v1(/|$)).*", PUBLIC, PUBLIC),
          rule("/v1", PUBLIC, PUBLIC),
          rule("/v1/quota", PUBLIC, PUBLIC),
          rule("/v1/keys(/.*)?", Scope.ADMIN, Scope.ADMIN),
          // What is public of a source the gateway tells itself; what is below has the rest, too.
          rule("/v1/sources(/[^/]+)?", PUBLIC, Scope.ADMIN),
          rule("/v1/sources/.*", Scope.ADMIN, Scope.ADMIN),
          rule("/v1/pages/replay(/.*)?", Scope.ADMIN, Scope.ADMIN),
          rule("/v1/(alarms|dead-letters|erasures|indexes|warc)(/.*)?", Scope.ADMIN, Scope.ADMIN),
          rule("/v1/reports(/.*)?", Scope.ADMIN, Scope.ADMIN),
          rule("/v1/exchanges/[^/]+/reports", Scope.ADMIN, Scope.READ),
          rule("/v1/alerts(/.*)?", Scope.WRITE, Scope.WRITE),
          rule(".*", Scope.READ, Scope.WRITE));

  private record Rule(Pattern path, Scope reading, Scope changing) {}

  private static Rule rule(String path, Scope reading, Scope changing) {
    return new Rule(Pattern.compile(path), reading, changing);
  }

  /**
   * The scope that a request needs, or empty where anybody may send it.
   *
   * @param path normalized: dots resolved, no character escaped that need not be
   */
  public static Optional<Scope> needed(HttpMethod method, String path) {
    String plain = PlainPath.of(path);
    return RULES.stream()
        .filter(rule -> rule.path().matcher(plain).matches())
        .findFirst()
        .map(rule -> CHANGING.contains(method) ? rule.changing() : rule.reading());
  }

  private AccessRules() {}
}
