package dev.podium.gateway.access;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Those whose requests last: they were let in once, and may lose what they were let in with. */
@ApplicationScoped
public class LastingCallers {

  private final List<CredentialCheck> checks;

  LastingCallers(@All List<CredentialCheck> checks) {
    this.checks = checks;
  }

  /** Whether a caller would not be let in any more; waits for nothing. */
  public boolean isOver(Caller caller) {
    return checks.stream().anyMatch(check -> check.isOver(caller));
  }
}
