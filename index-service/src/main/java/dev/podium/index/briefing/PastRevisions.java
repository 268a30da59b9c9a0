package dev.podium.index.briefing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.schema.ElasticsearchCalls;
import dev.podium.index.schema.Generation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds revisions in the order in which they were recorded. */
@ApplicationScoped
class PastRevisions {

  private static final int TOGETHER = 1000;

  private final ElasticsearchCalls calls;

  PastRevisions(ElasticsearchCalls calls) {
    this.calls = calls;
  }

  /**
   * Revisions of all briefings.
   *
   * @param after the one behind which they come, or null
   * @param until exclusive
   * @throws dev.podium.index.schema.SchemaException if Elasticsearch does not tell
   */
  List<PastPlace> recorded(
      Generation generation, Instant since, Instant until, PastPlace after, int most) {
    ObjectNode range = EventJson.MAPPER.createObjectNode();
    range
        .putObject("range")
        .putObject("recordedAt")
        .put("gte", EventJson.utcMillis(since))
        .put("lt", EventJson.utcMillis(until));
    return search(generation, range, after, most);
  }

  /** All revisions of a briefing up to one of them. */
  List<PastPlace> upTo(Generation generation, PastPlace last) {
    ObjectNode term = EventJson.MAPPER.createObjectNode();
    term.putObject("term").put("briefingId", last.briefingId());
    List<PastPlace> all = new ArrayList<>();
    List<PastPlace> some;
    do {
      PastPlace after = all.isEmpty() ? null : all.getLast();
      some = search(generation, term, after, TOGETHER);
      for (PastPlace one : some) {
        all.add(one);
        if (one.version() == last.version()) {
          return all;
        }
      }
    } while (some.size() == TOGETHER);
    return all;
  }

  private List<PastPlace> search(
      Generation generation, ObjectNode filter, PastPlace after, int most) {
    ObjectNode body = EventJson.MAPPER.createObjectNode();
    body.put("size", most).put("track_total_hits", false);
    body.putArray("_source").add("id").add("version").add("recordedAt");
    ArrayNode filters = body.putObject("query").putObject("bool").putArray("filter");
    filters.addObject().putObject("term").put("type", "revision");
    filters.add(filter);
    ArrayNode sort = body.putArray("sort");
    sort.addObject().putObject("recordedAt").put("order", "asc").put("format", "strict_date_time");
    sort.addObject().put("id", "asc");
    sort.addObject().put("version", "asc");
    if (after != null) {
      body.putArray("search_after")
          .add(EventJson.utcMillis(after.recordedAt()))
          .add(after.briefingId())
          .add(after.version());
    }
    List<PastPlace> found = new ArrayList<>();
    for (JsonNode hit : calls.search(generation.history(), body).at("/hits/hits")) {
      JsonNode source = hit.required("_source");
      found.add(
          new PastPlace(
              Instant.parse(source.required("recordedAt").textValue()),
              source.required("id").textValue(),
              source.required("version").longValue(),
              PastPlace.ALL));
    }
    return found;
  }
}
