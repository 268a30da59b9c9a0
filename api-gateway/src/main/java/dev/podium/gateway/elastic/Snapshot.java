package dev.podium.gateway.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * An index as it was when this was opened. Elasticsearch forgets it when nothing was read for some
 * minutes; it is then opened anew, and {@link #moments} says so. For one thread at a time.
 */
public final class Snapshot implements AutoCloseable {

  private static final int FORGOTTEN = 404;
  private static final String KEPT = "5m";
  private static final String TIMEOUT = "30s";

  private final ElasticsearchClient client;
  private final String index;
  private String id;
  private int moments;

  Snapshot(ElasticsearchClient client, String index) throws IOException {
    this.client = client;
    this.index = index;
    open();
  }

  private void open() throws IOException {
    id = client.openPointInTime(o -> o.index(index).keepAlive(k -> k.time(KEPT))).id();
    moments++;
  }

  /** The index itself, behind its alias. */
  public String index() {
    return index;
  }

  /** Of how many moments the answers were: one, unless the reader was slower than it is kept. */
  public int moments() {
    return moments;
  }

  /**
   * Searches.
   *
   * @param request makes the request, without the index
   * @throws dev.podium.kit.problem.ProblemException where the index fails
   */
  public <T> SearchResponse<T> search(Supplier<SearchRequest.Builder> request, Class<T> type) {
    return SearchIndex.read(() -> searchOrReopen(request, type));
  }

  private <T> SearchResponse<T> searchOrReopen(
      Supplier<SearchRequest.Builder> request, Class<T> type) throws IOException {
    try {
      return ask(request.get(), type);
    } catch (ElasticsearchException e) {
      if (e.status() != FORGOTTEN) {
        throw e;
      }
      open();
      return ask(request.get(), type);
    }
  }

  private <T> SearchResponse<T> ask(SearchRequest.Builder request, Class<T> type)
      throws IOException {
    request.pit(p -> p.id(id).keepAlive(k -> k.time(KEPT)));
    request.allowPartialSearchResults(false).timeout(TIMEOUT);
    SearchResponse<T> found = client.search(request.build(), type);
    if (found.pitId() != null) {
      id = found.pitId();
    }
    return found;
  }

  /** Lets Elasticsearch forget it now. */
  @Override
  public void close() {
    PointsInTime.forget(client, id);
  }
}
