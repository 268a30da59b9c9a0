package dev.podium.gateway.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
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
   * @param documents reads what is found
   * @throws dev.podium.kit.problem.ProblemException where the index fails
   */
  public <T> StoredHits<T> search(
      Supplier<SearchRequest.Builder> request, StoredHits.Documents<T> documents) {
    return SearchIndex.read(() -> searchOrReopen(request, documents));
  }

  private <T> StoredHits<T> searchOrReopen(
      Supplier<SearchRequest.Builder> request, StoredHits.Documents<T> documents)
      throws IOException {
    try {
      return ask(request.get(), documents);
    } catch (ElasticsearchException e) {
      if (e.status() != FORGOTTEN) {
        throw e;
      }
      open();
      return ask(request.get(), documents);
    }
  }

  private <T> StoredHits<T> ask(SearchRequest.Builder request, StoredHits.Documents<T> documents)
      throws IOException {
    request.pit(p -> p.id(id).keepAlive(k -> k.time(KEPT)));
    request.allowPartialSearchResults(false).timeout(TIMEOUT);
    StoredHits<T> found = StoredSearch.run(client, request.build(), documents);
    if (found.point() != null) {
      id = found.point();
    }
    return found;
  }

  /** Lets Elasticsearch forget it now. */
  @Override
  public void close() {
    PointsInTime.forget(client, id);
  }
}
