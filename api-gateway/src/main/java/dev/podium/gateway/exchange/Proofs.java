package dev.podium.gateway.exchange;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.gateway.http.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** Adds to exchanges where they stay, and what proves them. */
@ApplicationScoped
public class Proofs {

  private final PageRevisions revisions;
  private final PublicAddress address;

  Proofs(PageRevisions revisions, PublicAddress address) {
    this.revisions = revisions;
    this.address = address;
  }

  /** The exchange, proved. */
  public ExchangeView add(ExchangeView exchange, UriInfo request) {
    return add(List.of(exchange), request).getFirst();
  }

  /** The exchanges, proved, one for each. */
  public List<ExchangeView> add(List<ExchangeView> exchanges, UriInfo request) {
    Map<PageRevisions.Place, Briefing.Revision> known =
        revisions.of(exchanges.stream().map(Proofs::place).toList());
    return exchanges.stream()
        .map(one -> one.proved(permalink(request, one.exchange().id()), known.get(place(one))))
        .toList();
  }

  /** Where an exchange answers for ever. */
  public String permalink(UriInfo request, String id) {
    return address.base(request.getRequestUri()) + "/v1/exchanges/" + id;
  }

  private static PageRevisions.Place place(ExchangeView exchange) {
    return new PageRevisions.Place(exchange.briefing().id(), exchange.briefing().version());
  }
}
