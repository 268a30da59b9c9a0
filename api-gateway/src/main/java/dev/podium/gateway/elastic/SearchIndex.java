package dev.podium.gateway.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.transport.TransportException;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads the index; every way in which Elasticsearch can fail ends as a problem. */
@ApplicationScoped
public class SearchIndex {

  /** The alias of the exchanges. */
  public static final String EXCHANGES = "exchanges";

  /** The alias of the briefings. */
  public static final String BRIEFINGS = "briefings";

  /** The alias of all revisions. */
  public static final String HISTORY = "history";

  private static final Logger LOG = Logger.getLogger(SearchIndex.class);

  private final ElasticsearchClient client;

  SearchIndex(ElasticsearchClient client) {
    this.client = client;
  }

  /** Searches. */
  public <T> SearchResponse<T> search(SearchRequest request, Class<T> type) {
    return read(() -> client.search(request, type));
  }

  /** Searches; of what it finds only that is read which {@code documents} reads. */
  public <T> StoredHits<T> search(SearchRequest request, StoredHits.Documents<T> documents) {
    return read(() -> StoredSearch.run(client, request, documents));
  }

  /**
   * A document as it is now, also one that no search sees yet.
   *
   * @param fields the parts of it that are wanted
   */
  public <T> Optional<T> get(String alias, String id, List<String> fields, Class<T> type) {
    GetResponse<T> response =
        read(() -> client.get(g -> g.index(alias).id(id).sourceIncludes(fields), type));
    return Optional.ofNullable(response.source());
  }

  /**
   * Documents as they are now, also those that no search sees yet.
   *
   * @param fields the parts of them that are wanted
   * @return those that are there, by id
   */
  public <T> Map<String, T> getAll(
      String alias, List<String> ids, List<String> fields, Class<T> type) {
    MgetResponse<T> response =
        read(() -> client.mget(m -> m.index(alias).ids(ids).sourceIncludes(fields), type));
    Map<String, T> found = new HashMap<>();
    for (MultiGetResponseItem<T> item : response.docs()) {
      if (item.isFailure()) {
        LOG.warnf("Elasticsearch failed: %s", item.failure().error().reason());
        throw ProblemException.unavailable(
            "search-unavailable", "the search index cannot answer now");
      }
      if (item.result().source() != null) {
        found.put(item.result().id(), item.result().source());
      }
    }
    return found;
  }

  /** A call to Elasticsearch. */
  @FunctionalInterface
  interface Call<T> {
    T run() throws IOException;
  }

  static <T> T read(Call<T> call) {
    try {
      return call.run();
    } catch (ElasticsearchException e) {
      throw refused(e);
    } catch (TransportException | UnreadableAnswerException e) {
      LOG.errorf(e, "Elasticsearch gave an answer that cannot be read");
      throw ProblemException.unavailable(
          "search-unavailable", "the search index gave an answer that cannot be read");
    } catch (IOException e) {
      LOG.warnf("Elasticsearch cannot be reached: %s", e.toString());
      throw ProblemException.unavailable(
          "search-unavailable", "the search index cannot be reached now");
    }
  }

  private static ProblemException refused(ElasticsearchException e) {
    if (e.status() == 400) {
      LOG.errorf("Elasticsearch refused a search: %s", e.response().error());
      return ProblemException.badRequest(
          "search-refused", "the search index cannot run this search; a simpler one may do");
    }
    LOG.warnf("Elasticsearch failed: %s", e.getMessage());
    return ProblemException.unavailable(
        "search-unavailable",
        e.status() == 404
            ? "the search index is not there yet"
            : "the search index cannot answer now");
  }
}
