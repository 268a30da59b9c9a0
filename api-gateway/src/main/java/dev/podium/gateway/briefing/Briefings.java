package dev.podium.gateway.briefing;

import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.erasure.ErasedDocuments;
import dev.podium.gateway.http.Ids;
import dev.podium.gateway.http.PublicAddress;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Finds briefings by their ids. */
@ApplicationScoped
public class Briefings {

  private final SearchIndex index;
  private final PublicAddress address;

  Briefings(SearchIndex index, PublicAddress address) {
    this.index = index;
    this.address = address;
  }

  /** Where a briefing answers for ever. */
  public String address(UriInfo request, String id) {
    return address.base(request.getRequestUri()) + "/v1/briefings/" + id;
  }

  /**
   * A briefing with its exchanges, as it is now.
   *
   * @throws ProblemException with 404 where there is none, 410 where it was erased on demand
   */
  public BriefingDocument get(String id) {
    BriefingDocument document =
        Optional.of(id)
            .filter(Ids::isId)
            .flatMap(this::find)
            .orElseThrow(
                () -> ProblemException.notFound("no-such-briefing", "there is no briefing " + id));
    ErasedDocuments.check(document.briefing());
    return document;
  }

  private Optional<BriefingDocument> find(String id) {
    return index.get(SearchIndex.BRIEFINGS, id, BriefingDocument.FIELDS, BriefingDocument.class);
  }
}
