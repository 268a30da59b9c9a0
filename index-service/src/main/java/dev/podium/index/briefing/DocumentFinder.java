package dev.podium.index.briefing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.briefing.StoredBriefings.UnreadableException;
import dev.podium.index.schema.ElasticsearchCalls;
import dev.podium.index.schema.Generation;
import dev.podium.index.schema.SchemaException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds all documents of a briefing, also those that a crash has left without a mark that names
 * them.
 */
@ApplicationScoped
class DocumentFinder {

  private static final int TOGETHER = 1000;
  private static final String ERASED = "erased";

  private final ElasticsearchCalls calls;

  DocumentFinder(ElasticsearchCalls calls) {
    this.calls = calls;
  }

  /**
   * Ids of the documents of exchanges that are not erased yet.
   *
   * @throws UnreadableException if Elasticsearch does not tell
   */
  List<String> exchanges(Generation generation, String briefingId) {
    return find(generation.exchanges(), "briefing.id", briefingId, "id");
  }

  /**
   * Ids of the documents of the history.
   *
   * @throws UnreadableException if Elasticsearch does not tell
   */
  List<String> history(Generation generation, String briefingId) {
    return find(generation.history(), "briefingId", briefingId, "version", "id");
  }

  private List<String> find(String index, String field, String briefingId, String... order) {
    try {
      calls.refresh(index);
      List<String> found = new ArrayList<>();
      JsonNode after = null;
      JsonNode hits;
      do {
        hits = calls.search(index, request(field, briefingId, order, after)).at("/hits/hits");
        for (JsonNode hit : hits) {
          found.add(hit.path("_id").asText());
          after = hit.path("sort");
        }
      } while (hits.size() == TOGETHER);
      return found;
    } catch (SchemaException e) {
      throw new UnreadableException(e.getMessage(), e);
    }
  }

  private static ObjectNode request(
      String field, String briefingId, String[] order, JsonNode after) {
    ObjectNode body = EventJson.MAPPER.createObjectNode();
    body.put("size", TOGETHER).put("track_total_hits", false).put("_source", false);
    ObjectNode bool = body.putObject("query").putObject("bool");
    bool.putArray("filter").addObject().putObject("term").put(field, briefingId);
    bool.putArray("must_not").addObject().putObject("term").put("status", ERASED);
    for (String one : order) {
      body.withArray("sort").addObject().put(one, "asc");
    }
    if (after != null) {
      body.set("search_after", after);
    }
    return body;
  }
}
