package dev.podium.gateway.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.query.QueryNode;
import java.util.List;
import java.util.Optional;

/**
 * A search for exchanges.
 *
 * @param text what to look for, or empty for all
 * @param languages of the texts to look in, see {@link Languages}
 * @param filters all of which must hold
 */
record ExchangeQuery(
    Optional<QueryNode> text,
    List<String> languages,
    List<Query> filters,
    Paging paging,
    List<String> facets,
    Optional<String> interval) {}
