package dev.podium.gateway.exchange;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.gateway.list.ListPage;
import dev.podium.gateway.offset.OffsetParameters;
import dev.podium.gateway.parameter.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes items of what the index holds. */
@ApplicationScoped
public class ExchangeItems {

  private final PageRevisions revisions;
  private final Proofs proofs;
  private final ExchangeOffsets offsets;

  ExchangeItems(PageRevisions revisions, Proofs proofs, ExchangeOffsets offsets) {
    this.revisions = revisions;
    this.proofs = proofs;
    this.offsets = offsets;
  }

  /**
   * The page with items, in the offsets that the request asks for.
   *
   * @throws dev.podium.kit.problem.ProblemException where the archive has not what it needs
   */
  public ListPage<ExchangeItem> of(
      ListPage<FoundExchange> page, UriInfo request, Parameters parameters) {
    return page.withItems(of(page.items(), request, parameters));
  }

  /** The same of a list of them, one for each. */
  public List<ExchangeItem> of(List<FoundExchange> page, UriInfo request, Parameters parameters) {
    List<BriefingSummary> briefings = briefings(page);
    List<PageRevisions.Place> places =
        briefings.stream().map(b -> new PageRevisions.Place(b.id(), b.version())).toList();
    Map<PageRevisions.Place, Briefing.Revision> known = revisions.of(places);
    List<ExchangeItem> items = new ArrayList<>(page.size());
    for (int i = 0; i < page.size(); i++) {
      FoundExchange one = page.get(i);
      items.add(
          new ExchangeItem(
              one,
              briefings.get(i),
              known.get(places.get(i)),
              proofs.permalink(request, one.stored().id())));
    }
    return OffsetParameters.isUtf16(parameters) ? told(items) : items;
  }

  /** Those of one briefing mostly follow each other. */
  private static List<BriefingSummary> briefings(List<FoundExchange> page) {
    List<BriefingSummary> briefings = new ArrayList<>(page.size());
    StoredExchange before = null;
    for (FoundExchange one : page) {
      StoredExchange stored = one.stored();
      boolean again = before != null && stored.briefing().isSame(before.briefing());
      briefings.add(again ? briefings.getLast() : stored.briefing().read(BriefingSummary.class));
      before = stored;
    }
    return briefings;
  }

  private List<ExchangeItem> told(List<ExchangeItem> items) {
    List<ExchangeView> views = offsets.utf16(items.stream().map(ExchangeItem::view).toList());
    List<ExchangeItem> told = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      told.add(items.get(i).told(views.get(i)));
    }
    return told;
  }
}
