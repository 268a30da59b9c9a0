package dev.podium.gateway.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.podium.gateway.cursor.Cursors;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.list.ListPage;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.list.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Lists who asks and who answers. */
@ApplicationScoped
class WhoSearch {

  private final SearchIndex index;
  private final Cursors cursors;

  WhoSearch(SearchIndex index, Cursors cursors) {
    this.index = index;
    this.cursors = cursors;
  }

  /**
   * A page of those who have to do with what a query finds, by id.
   *
   * @param next makes the next page's address of its cursor
   * @param href makes the address of somebody's exchanges of the id
   */
  ListPage<WhoItem> page(
      Who who, ExchangeQuery query, UnaryOperator<String> next, UnaryOperator<String> href) {
    NavigableMap<String, Who.Count> counts = count(who, query);
    Paging paging = query.paging();
    NavigableMap<String, Who.Count> left =
        paging.after().isEmpty()
            ? counts
            : counts.tailMap(paging.after().getFirst().stringValue(), false);
    List<String> ids = left.keySet().stream().limit(paging.size()).toList();
    Map<String, Map<String, String>> names = names(who, ids);
    return new ListPage<>(
        ids.stream().map(id -> item(id, names.get(id), left.get(id), href)).toList(),
        counts.size(),
        counts.size() < Who.MOST,
        left.size() > ids.size()
            ? next.apply(
                cursors.write(
                    paging.identity(),
                    Position.behind(List.of(FieldValue.of(ids.getLast()))).values()))
            : null,
        null,
        null,
        null);
  }

  private NavigableMap<String, Who.Count> count(Who who, ExchangeQuery query) {
    SearchRequest.Builder request =
        new SearchRequest.Builder()
            .index(SearchIndex.EXCHANGES)
            .query(query.query())
            .size(0)
            .allowPartialSearchResults(false);
    who.count(request);
    return who.read(index.search(request.build(), Void.class).aggregations());
  }

  private Map<String, Map<String, String>> names(Who who, List<String> ids) {
    Map<String, Map<String, String>> names = new TreeMap<>();
    ids.forEach(id -> names.put(id, new TreeMap<>()));
    if (!ids.isEmpty()) {
      for (NamePlace place : who.names()) {
        place.read(index.search(place.request(ids), Void.class).aggregations(), names);
      }
    }
    return names;
  }

  private static WhoItem item(
      String id, Map<String, String> names, Who.Count count, UnaryOperator<String> href) {
    return new WhoItem(id, names, count.exchanges(), count.first(), count.last(), href.apply(id));
  }
}
