package dev.podium.gateway.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Points in time of the index, at which a list stays as it was. Each keeps files in Elasticsearch
 * that it would delete otherwise, so that there is a bound to them; whoever gets none has to do
 * without.
 */
@ApplicationScoped
public class PointsInTime {

  private static final Logger LOG = Logger.getLogger(PointsInTime.class);

  /**
   * Forgotten, or where it was kept is away for good or not; without it Elasticsearch may answer.
   */
  private static final Set<Integer> LOST = Set.of(404, 503);

  /** With more shards than a cursor can name it is done without. */
  private static final int LONGEST = 4096;

  private final ElasticsearchClient client;
  private final Settings settings;
  private final String kept;
  private final Map<String, Instant> open = new ConcurrentHashMap<>();

  PointsInTime(ElasticsearchClient client, Settings settings) {
    this.client = client;
    this.settings = settings;
    kept = settings.kept().toMillis() + "ms";
  }

  /** How many points in time there may be. */
  @ConfigMapping(prefix = "gateway.walk")
  interface Settings {

    /**
     * How long Elasticsearch keeps the index as it was for somebody who reads a list page by page,
     * from the last page on.
     */
    @WithDefault("5m")
    Duration kept();

    /**
     * So many readers of lists may have the index as it was when they began, for each instance; the
     * others read on in the index as it is.
     */
    @WithDefault("200")
    int most();
  }

  /** Opens one; empty where there are too many or Elasticsearch cannot. */
  public Optional<String> open(String alias) {
    Instant now = Instant.now();
    open.values().removeIf(now::isAfter);
    if (open.size() >= settings.most()) {
      return Optional.empty();
    }
    try {
      String id = client.openPointInTime(o -> o.index(alias).keepAlive(k -> k.time(kept))).id();
      if (id.length() > LONGEST) {
        close(id);
        return Optional.empty();
      }
      keep(id);
      return Optional.of(id);
    } catch (IOException | ElasticsearchException e) {
      LOG.debugf("no point in time: %s", e.toString());
      return Optional.empty();
    }
  }

  private void keep(String id) {
    open.put(id, Instant.now().plus(settings.kept()));
  }

  /**
   * Searches at one, which is kept on.
   *
   * @param request without an index
   * @return empty where Elasticsearch has lost it
   * @throws dev.podium.kit.problem.ProblemException where the index fails
   */
  public <T> Optional<StoredHits<T>> search(
      String id, SearchRequest.Builder request, StoredHits.Documents<T> documents) {
    SearchRequest at = request.pit(p -> p.id(id).keepAlive(k -> k.time(kept))).build();
    Optional<StoredHits<T>> found =
        SearchIndex.read(() -> ifKnown(() -> StoredSearch.run(client, at, documents)));
    open.remove(id);
    found.ifPresent(hits -> keep(hits.point()));
    return found;
  }

  private static <T> Optional<T> ifKnown(SearchIndex.Call<T> call) throws IOException {
    try {
      return Optional.of(call.run());
    } catch (ElasticsearchException e) {
      if (LOST.contains(e.status())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Lets Elasticsearch forget one. */
  public void close(String id) {
    open.remove(id);
    forget(client, id);
  }

  /** Lets Elasticsearch forget one that nobody counts. */
  static void forget(ElasticsearchClient client, String id) {
    try {
      client.closePointInTime(c -> c.id(id));
    } catch (IOException | ElasticsearchException e) {
      LOG.debugf("a point in time is not closed and ends by itself: %s", e.toString());
    }
  }
}
