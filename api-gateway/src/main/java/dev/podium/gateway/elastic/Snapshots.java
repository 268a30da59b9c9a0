package dev.podium.gateway.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the index as it is at one moment. */
@ApplicationScoped
public class Snapshots {

  private final ElasticsearchClient client;

  Snapshots(ElasticsearchClient client) {
    this.client = client;
  }

  /**
   * Opens what an alias leads to now; whatever is written afterwards is not seen.
   *
   * @throws ProblemException with 503 where the index cannot be reached
   */
  public Snapshot open(String alias) {
    String index =
        SearchIndex.read(
            () ->
                client.indices().getAlias(a -> a.name(alias)).aliases().keySet().stream()
                    .findFirst()
                    .orElseThrow(
                        () ->
                            ProblemException.unavailable(
                                "search-unavailable", "the search index is not there yet")));
    return SearchIndex.read(() -> new Snapshot(client, index));
  }
}
