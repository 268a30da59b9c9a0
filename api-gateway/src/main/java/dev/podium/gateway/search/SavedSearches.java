package dev.podium.gateway.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.list.Filters;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.parameter.QueryParameter;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Type;
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

  private static final Type STRINGS = new TypeReference<List<String>>() {}.getType();

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
    return found(search, Fields.ID, exchanges);
  }

  /**
   * Those of the briefings of which a search finds an exchange.
   *
   * @throws dev.podium.kit.problem.ProblemException if the index cannot tell now
   */
  public Set<String> briefingsAmong(
      Map<String, List<String>> search, Collection<String> briefings) {
    return found(search, Fields.BRIEFING, briefings);
  }

  /** The values of a field among these that an exchange has which a search finds. */
  private Set<String> found(
      Map<String, List<String>> search, String field, Collection<String> values) {
    if (values.isEmpty()) {
      return Set.of();
    }
    Map<String, List<String>> whatever = new LinkedHashMap<>(search);
    whatever.put(ExchangeParameters.STATUS.name(), List.copyOf(ExchangeParameters.STATUS.values()));
    Query wanted = queries.read("saved", new Parameters(whatever, ExchangeParameters.ALL)).query();
    Query all =
        Query.of(
            q -> q.bool(b -> b.filter(wanted).filter(Filters.anyOf(field, List.copyOf(values)))));
    Set<String> found = new HashSet<>();
    for (Hit<Void> hit : search(all, field, values.size()).hits().hits()) {
      found.addAll(hit.fields().get(field).to(STRINGS));
    }
    return found;
  }

  /**
   * The versions of the briefings by which a search sees these exchanges; of those that it sees.
   */
  public Map<String, Long> versions(Collection<String> exchanges) {
    Query ids = Filters.anyOf(Fields.ID, List.copyOf(exchanges));
    Map<String, Long> versions = new HashMap<>();
    for (Hit<Void> hit : search(ids, Fields.ID, exchanges.size()).hits().hits()) {
      versions.put(hit.id(), hit.version());
    }
    return versions;
  }

  /** One hit for each value of the field. */
  private SearchResponse<Void> search(Query query, String field, int size) {
    return index.search(
        SearchRequest.of(
            s ->
                s.index(SearchIndex.EXCHANGES)
                    .query(query)
                    .collapse(c -> c.field(field))
                    .size(size)
                    .version(true)
                    .source(source -> source.fetch(false))
                    .trackTotalHits(t -> t.enabled(false))
                    .allowPartialSearchResults(false)),
        Void.class);
  }
}
