package dev.podium.gateway.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.list.Filters;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.parameter.QueryParameter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Searches that somebody keeps, asked of a few exchanges: which of them it finds, whether the
 * publisher has them still or not.
 */
@ApplicationScoped
public class SavedSearches {

  /** The parameters that a search keeps. */
  public static final List<QueryParameter> PARAMETERS =
      ExchangeParameters.DECIDING.stream()
          .filter(parameter -> !parameter.equals(ExchangeParameters.STATUS))
          .toList();

  private final ExchangeQueries queries;
  private final SearchIndex index;

  SavedSearches(ExchangeQueries queries, SearchIndex index) {
    this.queries = queries;
    this.index = index;
  }

  /**
   * Checks a search.
   *
   * @throws dev.podium.kit.problem.ProblemException naming all that is wrong with it
   */
  public void check(Map<String, List<String>> search) {
    queries.read("saved", new Parameters(search, PARAMETERS));
  }

  /**
   * Those of the exchanges that a search finds.
   *
   * @throws dev.podium.kit.problem.ProblemException if the index cannot tell now
   */
  public Set<String> among(Map<String, List<String>> search, Collection<String> exchanges) {
    return exchanges.isEmpty() ? Set.of() : found(search, Fields.ID, exchanges);
  }

  /** Those of the briefings of which a search finds an exchange. */
  public Set<String> briefingsAmong(
      Map<String, List<String>> search, Collection<String> briefings) {
    Set<String> found = new HashSet<>();
    for (String briefing : briefings) {
      if (!found(search, Fields.BRIEFING, List.of(briefing)).isEmpty()) {
        found.add(briefing);
      }
    }
    return found;
  }

  private Set<String> found(
      Map<String, List<String>> search, String field, Collection<String> values) {
    Map<String, List<String>> whatever = new LinkedHashMap<>(search);
    whatever.put(ExchangeParameters.STATUS.name(), List.copyOf(ExchangeParameters.STATUS.values()));
    Query wanted = queries.read("saved", new Parameters(whatever, ExchangeParameters.ALL)).query();
    Query all =
        Query.of(
            q -> q.bool(b -> b.filter(wanted).filter(Filters.anyOf(field, List.copyOf(values)))));
    Set<String> ids = new HashSet<>();
    search(all, values.size()).hits().hits().forEach(hit -> ids.add(hit.id()));
    return ids;
  }

  /**
   * The versions of the briefings by which a search sees these exchanges; of those that it sees.
   */
  public Map<String, Long> versions(Collection<String> exchanges) {
    Query ids = Filters.anyOf(Fields.ID, List.copyOf(exchanges));
    Map<String, Long> versions = new HashMap<>();
    for (Hit<Void> hit : search(ids, exchanges.size()).hits().hits()) {
      versions.put(hit.id(), hit.version());
    }
    return versions;
  }

  private SearchResponse<Void> search(Query query, int size) {
    return index.search(
        SearchRequest.of(
            s ->
                s.index(SearchIndex.EXCHANGES)
                    .query(query)
                    .size(size)
                    .version(true)
                    .source(source -> source.fetch(false))
                    .trackTotalHits(t -> t.enabled(false))
                    .allowPartialSearchResults(false)),
        Void.class);
  }
}
