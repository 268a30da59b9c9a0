package dev.podium.gateway.export;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.gateway.exchange.BriefingSummary;
import dev.podium.gateway.exchange.ExchangeOffsets;
import dev.podium.gateway.exchange.ExchangeView;
import dev.podium.gateway.exchange.PageRevisions;
import dev.podium.gateway.exchange.Proofs;
import dev.podium.gateway.offset.OffsetParameters;
import dev.podium.gateway.parameter.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes rows of what the index holds. */
@ApplicationScoped
class ExportRows {

  private final PageRevisions revisions;
  private final Proofs proofs;
  private final ExchangeOffsets offsets;

  ExportRows(PageRevisions revisions, Proofs proofs, ExchangeOffsets offsets) {
    this.revisions = revisions;
    this.proofs = proofs;
    this.offsets = offsets;
  }

  /** The rows of a page, one for each exchange. */
  List<ExportRow> of(List<StoredExchange> page, UriInfo request, Parameters parameters) {
    List<BriefingSummary> briefings = briefings(page);
    List<PageRevisions.Place> places =
        briefings.stream().map(b -> new PageRevisions.Place(b.id(), b.version())).toList();
    Map<PageRevisions.Place, Briefing.Revision> known = revisions.of(places);
    List<ExportRow> rows = new ArrayList<>(page.size());
    for (int i = 0; i < page.size(); i++) {
      StoredExchange one = page.get(i);
      rows.add(
          new ExportRow(
              one,
              briefings.get(i),
              known.get(places.get(i)),
              proofs.permalink(request, one.id())));
    }
    return OffsetParameters.isUtf16(parameters) ? told(rows, parameters) : rows;
  }

  /** Those of one briefing mostly follow each other. */
  private static List<BriefingSummary> briefings(List<StoredExchange> page) {
    List<BriefingSummary> briefings = new ArrayList<>(page.size());
    for (int i = 0; i < page.size(); i++) {
      boolean again = i > 0 && page.get(i).briefing().isSame(page.get(i - 1).briefing());
      briefings.add(
          again ? briefings.get(i - 1) : page.get(i).briefing().read(BriefingSummary.class));
    }
    return briefings;
  }

  private List<ExportRow> told(List<ExportRow> rows, Parameters parameters) {
    List<ExchangeView> views =
        offsets.tell(rows.stream().map(ExportRow::view).toList(), parameters);
    List<ExportRow> told = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      told.add(rows.get(i).told(views.get(i)));
    }
    return told;
  }
}
