package dev.podium.gateway.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when Elasticsearch can be reached and has what is read. */
@Readiness
@ApplicationScoped
class SearchIndexHealth implements HealthCheck {

  private static final List<String> ALIASES =
      List.of(SearchIndex.EXCHANGES, SearchIndex.BRIEFINGS, SearchIndex.HISTORY);

  private final ElasticsearchClient client;

  SearchIndexHealth(ElasticsearchClient client) {
    this.client = client;
  }

  @Override
  public HealthCheckResponse call() {
    String reason = reason();
    var response = HealthCheckResponse.named("search-index").status(reason == null);
    return reason == null ? response.build() : response.withData("reason", reason).build();
  }

  /** Null when all is well. */
  private String reason() {
    try {
      List<String> missing = new ArrayList<>();
      for (String alias : ALIASES) {
        if (!client.indices().existsAlias(e -> e.name(alias)).value()) {
          missing.add(alias);
        }
      }
      return missing.isEmpty() ? null : "Elasticsearch has no alias " + String.join(", ", missing);
    } catch (ElasticsearchException e) {
      return "Elasticsearch failed: " + e.getMessage();
    } catch (IOException e) {
      return "Elasticsearch cannot be reached: " + e;
    }
  }
}
