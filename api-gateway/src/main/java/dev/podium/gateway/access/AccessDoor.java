package dev.podium.gateway.access;

import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemResponses;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * The one place that decides whether a request goes on: it finds out who the caller is, and whether
 * that caller has the scope that the address needs.
 */
@ApplicationScoped
class AccessDoor {

  private static final Logger LOG = Logger.getLogger(AccessDoor.class);
  private static final int BEFORE_ROUTES = 800;
  private static final Problem FAILED =
      Problem.of(500, "internal-error", "the service failed; its log has the reason");

  private final AccessSettings settings;
  private final List<CredentialCheck> checks;

  AccessDoor(AccessSettings settings, @All List<CredentialCheck> checks) {
    this.settings = settings;
    this.checks = checks;
  }

  void register(@Observes Filters filters) {
    filters.register(this::decide, BEFORE_ROUTES);
  }

  private void decide(RoutingContext context) {
    try {
      Optional<String> credential = Credentials.of(context.request().headers());
      if (credential.isEmpty()) {
        admitStranger(context);
      } else {
        identify(context, credential.get());
      }
    } catch (CredentialException e) {
      refuse(context, e.refusal());
    }
  }

  private void admitStranger(RoutingContext context) {
    Optional<String> doubt =
        settings.loopbackWrites()
            ? LoopbackCaller.of(context.request()).doubt()
            : Optional.of("that is switched off");
    boolean here = doubt.isEmpty();
    Caller stranger =
        here
            ? new Caller(Caller.LOOPBACK, "a caller on this machine", Scope.WRITE)
            : new Caller(
                Caller.ANONYMOUS,
                "a caller without a credential",
                settings.anonymousReads() ? Scope.READ : null);
    admit(context, stranger, doubt.filter(reason -> settings.loopbackWrites()));
  }

  private void identify(RoutingContext context, String credential) throws CredentialException {
    CredentialCheck check =
        checks.stream()
            .filter(one -> one.takes(credential))
            .findFirst()
            .orElseThrow(() -> CredentialException.invalid("the credential is no key of ours"));
    Optional<Caller> known = check.known(credential);
    if (known.isPresent()) {
      admit(context, known.get(), Optional.empty());
    } else {
      context.request().pause();
      Context loop = Vertx.currentContext();
      Thread.ofVirtual().name("credential").start(() -> look(context, loop, check, credential));
    }
  }

  private void look(
      RoutingContext context, Context loop, CredentialCheck check, String credential) {
    Runnable then;
    try {
      Caller caller = check.check(credential);
      then = () -> admit(context, caller, Optional.empty());
    } catch (CredentialException e) {
      then = () -> refuse(context, e.refusal());
    } catch (RuntimeException e) {
      LOG.error("a credential could not be checked for a reason that nobody foresaw", e);
      then = () -> ProblemResponses.end(context.response(), FAILED);
    }
    Runnable decided = then;
    loop.runOnContext(
        v -> {
          context.request().resume();
          decided.run();
        });
  }

  private static void admit(RoutingContext context, Caller caller, Optional<String> doubt) {
    MDC.put("caller", caller.id());
    caller.putInto(context);
    HttpMethod method = context.request().method();
    Optional<Scope> needed = AccessRules.needed(method, context.normalizedPath());
    if (needed.isEmpty() || caller.may(needed.get()) || HttpMethod.OPTIONS.equals(method)) {
      context.next();
    } else {
      refuse(context, Refusal.of(caller, needed.get(), doubt));
    }
  }

  private static void refuse(RoutingContext context, Refusal refusal) {
    ProblemResponses.end(context.response(), refusal.problem(), refusal.headers());
  }
}
