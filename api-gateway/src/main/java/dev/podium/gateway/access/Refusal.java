package dev.podium.gateway.access;

import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request may not go on, with the challenge of RFC 6750.
 *
 * @param headers name to value
 */
record Refusal(Problem problem, Map<String, String> headers) {

  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String HOW =
      "send a key that has it, as Authorization: Bearer KEY or X-API-Key: KEY; whoever runs this"
          + " service makes them with POST /v1/keys";

  /**
   * A scope is missing.
   *
   * @param doubt what speaks against a caller on this machine, where such may write
   */
  static Refusal of(Caller caller, Scope needed, Optional<String> doubt) {
    if (caller.isIdentified()) {
      String has = caller.scope() == null ? "none" : String.join(", ", caller.scope().included());
      return refusal(
          403,
          "scope-missing",
          "this needs the scope %s, and %s has %s: %s"
              .formatted(needed.text(), caller.id(), has, HOW),
          "error=\"insufficient_scope\", scope=\"" + needed.text() + '"');
    }
    String here =
        doubt
            .filter(reason -> needed == Scope.WRITE)
            .map(
                reason ->
                    ". Callers on the gateway's own machine may write without one, but "
                        + reason
                        + ": send the request to 127.0.0.1 or localhost from there, not through a"
                        + " proxy and not from another site's page")
            .orElse("");
    return refusal(
        401,
        "credential-needed",
        "this needs the scope " + needed.text() + ": " + HOW + here,
        "scope=\"" + needed.text() + '"');
  }

  /** What was sent is no credential of ours. */
  static Refusal unknown(String detail) {
    return refusal(401, "bad-credential", detail, "error=\"invalid_token\"");
  }

  private static Refusal refusal(int status, String code, String detail, String challenge) {
    return new Refusal(
        Problem.of(status, code, detail),
        Map.of(CHALLENGE, "Bearer realm=\"podium\", " + challenge));
  }

  ProblemException exception() {
    return new ProblemException(problem, headers);
  }
}
