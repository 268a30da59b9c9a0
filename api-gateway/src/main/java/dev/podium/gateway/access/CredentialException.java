package dev.podium.gateway.access;

import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import java.util.Map;

/** A credential that does not tell who the caller is. */
public final class CredentialException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  private CredentialException(Refusal refusal) {
    super(refusal.problem().detail());
    this.refusal = refusal;
  }

  /** It is not valid; the detail never holds it. */
  public static CredentialException invalid(String detail) {
    return new CredentialException(Refusal.unknown(detail));
  }

  /** It cannot be checked now, for the reason told. */
  public static CredentialException notNow(String detail) {
    ProblemException problem = ProblemException.unavailable("credentials-unavailable", detail);
    return new CredentialException(new Refusal(problem.problem(), problem.headers()));
  }

  static CredentialException twice() {
    return new CredentialException(
        new Refusal(
            Problem.of(
                400,
                "two-credentials",
                "send one credential, as Authorization: Bearer KEY or as X-API-Key: KEY"),
            Map.of()));
  }

  Refusal refusal() {
    return refusal;
  }
}
