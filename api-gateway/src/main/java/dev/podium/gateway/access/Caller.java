package dev.podium.gateway.access;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Who sent a request. Every request that reaches a route or a resource has one; resources get it
 * from {@link CurrentCaller}, routes from {@link #of}.
 *
 * @param id stable, for logs and as the owner of what a caller makes: {@code key:ID}, {@code
 *     user:SUBJECT} of an OpenID Connect token, or one of {@link #ANONYMOUS} and {@link #LOOPBACK},
 *     which all callers without a credential share
 * @param name for people
 * @param scope the highest that the caller has; null for one who may not even read
 */
public record Caller(String id, String name, Scope scope) {

  /** The id of callers without a credential. */
  public static final String ANONYMOUS = "anonymous";

  /** The id of callers without a credential on the gateway's own machine, where they may write. */
  public static final String LOOPBACK = "loopback";

  private static final String KEY = Caller.class.getName();

  /** Who sent a request that has passed the gateway's door. */
  public static Caller of(RoutingContext context) {
    return context.get(KEY);
  }

  void putInto(RoutingContext context) {
    context.put(KEY, this);
  }

  /** Whether a credential tells who it is. */
  public boolean isIdentified() {
    return !id.equals(ANONYMOUS) && !id.equals(LOOPBACK);
  }

  /** Whether the caller has the scope. */
  public boolean may(Scope needed) {
    return scope != null && scope.includes(needed);
  }

  /**
   * Ends the request of a caller without the scope: what the rules of addresses cannot tell, a
   * resource asks itself.
   *
   * @throws dev.podium.kit.problem.ProblemException with 401 where a credential would help, 403
   *     where the one that was sent does not suffice
   */
  public void require(Scope needed) {
    if (!may(needed)) {
      throw Refusal.of(this, needed, Optional.empty()).exception();
    }
  }
}
