package dev.podium.gateway.briefing;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.elastic.StoredHit;
import dev.podium.gateway.elastic.StoredHits;
import dev.podium.gateway.list.ListPage;
import dev.podium.gateway.list.Order;
import dev.podium.gateway.list.PageReader;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.list.Pagings;
import dev.podium.gateway.parameter.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lists the briefings. */
@ApplicationScoped
class BriefingList {

  private static final List<String> LONG = List.of("briefing.exchanges", "briefing.leftovers");
  private static final List<String> TIES = List.of("id");

  private final Pagings pagings;
  private final PageReader pages;

  BriefingList(Pagings pagings, PageReader pages) {
    this.pagings = pagings;
    this.pages = pages;
  }

  /**
   * A page of the list.
   *
   * @throws dev.podium.kit.problem.ProblemException naming all that is wrong with the parameters
   * @param next makes the next page's address of its cursor
   * @param href makes the briefing's address of its id
   */
  ListPage<BriefingItem> page(
      Parameters parameters, UnaryOperator<String> next, UnaryOperator<String> href) {
    List<Query> filters = BriefingFilters.of(parameters);
    Paging paging =
        pagings.read(
            "briefings",
            parameters,
            BriefingParameters.DECIDING,
            BriefingParameters.SORT,
            Order.NEWEST);
    parameters.check();
    return page(filters, paging, next, href);
  }

  private ListPage<BriefingItem> page(
      List<Query> filters, Paging paging, UnaryOperator<String> next, UnaryOperator<String> href) {
    return pages.read(
        SearchIndex.BRIEFINGS,
        () -> request(filters),
        paging,
        paging.order().sort(BriefingFilters.DATE, TIES),
        StoredHits.objects(BriefingDocument.class),
        hit -> item(hit, href),
        next);
  }

  private static SearchRequest.Builder request(List<Query> filters) {
    return new SearchRequest.Builder()
        .query(q -> q.bool(b -> b.filter(filters)))
        .source(source -> source.filter(f -> f.includes(BriefingDocument.FIELDS).excludes(LONG)));
  }

  private static BriefingItem item(StoredHit<BriefingDocument> hit, UnaryOperator<String> href) {
    return BriefingItem.of(hit.document(), href.apply(hit.id()));
  }
}
