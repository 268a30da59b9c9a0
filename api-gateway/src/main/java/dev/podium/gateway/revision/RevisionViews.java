package dev.podium.gateway.revision;

import dev.podium.gateway.exchange.Exchanges;
import dev.podium.gateway.exchange.Proofs;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

/** Finds exchanges as they were. */
@ApplicationScoped
public class RevisionViews {

  private final Exchanges exchanges;
  private final History history;
  private final Proofs proofs;

  RevisionViews(Exchanges exchanges, History history, Proofs proofs) {
    this.exchanges = exchanges;
    this.history = history;
    this.proofs = proofs;
  }

  /**
   * An exchange as it was in a revision of its page.
   *
   * @param version of the briefing
   * @throws ProblemException with 404 where there is none
   */
  public RevisionView get(String id, String version, UriInfo request) {
    exchanges.get(id);
    RevisionDocument revision = history.get(id, version);
    return RevisionView.of(
        revision, history.briefing(revision).orElse(null), proofs.permalink(request, id));
  }

  /** The same of the revision that the exchange's present text is from. */
  public RevisionView latest(String id, UriInfo request) {
    return get(id, Long.toString(exchanges.get(id).briefing().version()), request);
  }
}
