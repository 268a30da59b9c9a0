package dev.podium.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.podium.gateway.access.Caller;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * What callers have left, of as many as are remembered; whoever is forgotten, because he was not
 * seen for the longest time or for a minute, begins with all.
 */
@ApplicationScoped
class Allowances {

  private final LimitSettings settings;
  private final Cache<String, Allowance> remembered;

  Allowances(LimitSettings settings) {
    this.settings = settings;
    remembered =
        Caffeine.newBuilder()
            .maximumSize(settings.remembered())
            .expireAfterAccess(Allowance.WINDOW)
            .build();
  }

  /** That of a caller, or empty where there is no limit. */
  Optional<Allowance> of(Caller caller, HttpServerRequest request) {
    return switch (caller.id()) {
      case Caller.LOOPBACK -> of("loopback", "", settings.loopback());
      case Caller.ANONYMOUS -> of("anonymous", address(request), settings.anonymous());
      default -> of("key", caller.id(), settings.key());
    };
  }

  /** That of refused credentials, or empty where there is no limit. */
  Optional<Allowance> refusals(HttpServerRequest request) {
    return of("refusals", address(request), settings.refusals());
  }

  /** Of how many callers is remembered what they have left. */
  long remembered() {
    remembered.cleanUp();
    return remembered.estimatedSize();
  }

  /** That of one of those that a policy counts apart, or empty where it has no limit. */
  Optional<Allowance> of(String policy, String who, int size) {
    return size == 0
        ? Optional.empty()
        : Optional.of(remembered.get(policy + ' ' + who, key -> Allowance.of(policy, size)));
  }

  private String address(HttpServerRequest request) {
    SocketAddress remote = request.connection().remoteAddress();
    return ClientAddress.of(
        remote == null ? null : remote.hostAddress(),
        request.headers().getAll("X-Forwarded-For"),
        settings.trustedProxies());
  }
}
