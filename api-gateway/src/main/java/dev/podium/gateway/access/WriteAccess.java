package dev.podium.gateway.access;

import dev.podium.kit.problem.Problem;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Decides who may change something. */
@ApplicationScoped
public class WriteAccess {

  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final boolean loopbackWrites;

  WriteAccess(AccessSettings settings) {
    loopbackWrites = settings.loopbackWrites();
  }

  /** Why the request must not go on, or empty if it may. */
  public Optional<Problem> refusal(HttpServerRequest request) {
    if (READING.contains(request.method())) {
      return Optional.empty();
    }
    if (!loopbackWrites) {
      return refused(
          "writing is switched off here: set GATEWAY_LOOPBACK_WRITES=true and write from the"
              + " gateway's own machine");
    }
    return LoopbackCaller.of(request)
        .doubt()
        .flatMap(
            doubt ->
                refused(
                    "only callers on the gateway's own machine may write, and "
                        + doubt
                        + ": send the request to 127.0.0.1 or localhost from there, not through a"
                        + " proxy and not from another site's page"));
  }

  private static Optional<Problem> refused(String detail) {
    return Optional.of(Problem.of(403, "write-not-allowed", detail));
  }
}
