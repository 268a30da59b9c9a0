package dev.podium.gateway.search;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.elastic.StoredHit;
import dev.podium.gateway.elastic.StoredHits;
import dev.podium.gateway.exchange.ExchangeDocument;
import dev.podium.gateway.exchange.ExchangeView.Highlights;
import dev.podium.gateway.exchange.FoundExchange;
import dev.podium.gateway.exchange.StoredExchange;
import dev.podium.gateway.list.ListPage;
import dev.podium.gateway.list.PageReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.UnaryOperator;

/** Searches the exchanges. */
@ApplicationScoped
public class ExchangeSearch {

  static final List<String> TIES = List.of(Fields.BRIEFING, Fields.ORDINAL, Fields.ID);

  private final PageReader pages;

  ExchangeSearch(PageReader pages) {
    this.pages = pages;
  }

  /**
   * A page of results.
   *
   * @param next makes the next page's address of its cursor
   */
  ListPage<FoundExchange> page(ExchangeQuery query, UnaryOperator<String> next) {
    return pages.read(
        SearchIndex.EXCHANGES,
        () -> request(query),
        query.paging(),
        query.sort(),
        query.text().isEmpty() ? StoredExchange::read : StoredExchange::readSpoken,
        hit -> found(hit, query),
        next);
  }

  /**
   * A page of results as the index holds them.
   *
   * @param next makes the next page's address of its cursor
   */
  public ListPage<ExchangeDocument> documents(ExchangeQuery query, UnaryOperator<String> next) {
    return pages.read(
        SearchIndex.EXCHANGES,
        () -> plainRequest(query),
        query.paging(),
        query.sort(),
        StoredHits.objects(ExchangeDocument.class),
        StoredHit::document,
        next);
  }

  // Whole documents: to cut them costs Elasticsearch more than to send them.
  private static SearchRequest.Builder plainRequest(ExchangeQuery query) {
    return new SearchRequest.Builder().query(query.query());
  }

  private static SearchRequest.Builder request(ExchangeQuery query) {
    SearchRequest.Builder request =
        plainRequest(query)
            .aggregations(ExchangeFacets.aggregations(query.facets(), query.interval()));
    query
        .textQuery()
        .ifPresent(text -> request.highlight(Highlighting.request(text, query.languages())));
    return request;
  }

  private static FoundExchange found(StoredHit<StoredExchange> hit, ExchangeQuery query) {
    Highlights highlights =
        query.text().isEmpty()
            ? Highlights.NONE
            : Highlighting.read(hit.document().spoken(), hit.highlight());
    return new FoundExchange(hit.document(), highlights);
  }
}
