package dev.podium.gateway.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.exchange.ExchangeDocument;
import dev.podium.gateway.exchange.FoundExchange;
import dev.podium.gateway.exchange.Status;
import dev.podium.gateway.exchange.StoredExchange;
import dev.podium.gateway.list.Filters;
import dev.podium.gateway.list.ListPage;
import dev.podium.gateway.list.PageReader;
import dev.podium.gateway.list.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Finds exchanges that speak of the same in the same language: by the words that are rare
 * elsewhere.
 */
@ApplicationScoped
class SimilarExchanges {

  /** So many of the rarest words are looked for, and such a part of them must be there. */
  private static final int WORDS = 25;

  private static final String PART = "30%";

  /** A word that nobody else says finds nothing. */
  private static final int SAID_BY = 2;

  private final PageReader pages;

  SimilarExchanges(PageReader pages) {
    this.pages = pages;
  }

  /**
   * A page of those that the publisher still has, the most similar first.
   *
   * @param next makes the next page's address of its cursor
   */
  ListPage<FoundExchange> page(ExchangeDocument of, Paging paging, UnaryOperator<String> next) {
    Query live = Filters.term(Fields.STATUS, FieldValue.of(Status.LIVE.code()));
    Query like = Query.of(q -> q.bool(b -> b.must(like(of)).filter(live)));
    return pages.read(
        SearchIndex.EXCHANGES,
        () -> new SearchRequest.Builder().query(like),
        paging,
        paging.order().sort(Fields.DATE, ExchangeSearch.TIES),
        StoredExchange::read,
        hit -> new FoundExchange(hit.document(), null),
        next);
  }

  private static Query like(ExchangeDocument document) {
    String id = document.exchange().id();
    return Query.of(
        q ->
            q.moreLikeThis(
                m ->
                    m.fields(fields(document.briefing().language()))
                        .like(l -> l.document(d -> d.index(SearchIndex.EXCHANGES).id(id)))
                        .minTermFreq(1)
                        .minDocFreq(SAID_BY)
                        .maxQueryTerms(WORDS)
                        .minimumShouldMatch(PART)));
  }

  private static List<String> fields(String language) {
    return Languages.analysed(List.of(language)).stream()
        .flatMap(l -> Stream.of(Fields.QUESTION, Fields.ANSWER).map(part -> Fields.text(part, l)))
        .toList();
  }
}
