package dev.podium.index.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.schema.ElasticsearchCalls;
import dev.podium.index.schema.Generation;
import dev.podium.index.schema.Kind;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;

/**
 * Reads the documents of one index by briefing, as they were at one time (a point in time of
 * Elasticsearch), a page after the other.
 */
final class DocumentScan implements AutoCloseable {

  private static final String KEEP_ALIVE = "10m";

  // Keeps an answer far below the largest that the client takes.
  private static final int MARKS = 50;
  private static final int DOCUMENTS = 200;

  private final ElasticsearchCalls calls;
  private final Kind kind;
  private final Collection<String> briefingIds;
  private final Queue<Document> page = new ArrayDeque<>();
  private String pointInTime;
  private JsonNode after;
  private boolean last;

  /** A document that was found. */
  record Document(String briefingId, String name, BigInteger checksum) {}

  /**
   * A scan that begins.
   *
   * @param briefingIds whose documents are read; null for all
   */
  DocumentScan(
      ElasticsearchCalls calls, Generation generation, Kind kind, Collection<String> briefingIds) {
    this.calls = calls;
    this.kind = kind;
    this.briefingIds = briefingIds;
    this.pointInTime =
        calls
            .require("POST", '/' + generation.index(kind) + "/_pit?keep_alive=" + KEEP_ALIVE, null)
            .path("id")
            .asText();
  }

  /** The next document, which stays the next; null when there are no more. */
  Document peek() {
    if (page.isEmpty() && !last) {
      read();
    }
    return page.peek();
  }

  /** Goes on to the next document. */
  void skip() {
    page.remove();
  }

  private void read() {
    JsonNode answer = calls.search(null, request());
    pointInTime = answer.path("pit_id").asText(pointInTime);
    JsonNode hits = answer.at("/hits/hits");
    for (JsonNode hit : hits) {
      String name = kind.alias() + '/' + hit.path("_id").asText();
      String briefingId = hit.path("sort").path(0).asText();
      page.add(new Document(briefingId, name, Checksums.of(hit.path("_source"))));
      after = hit.path("sort");
    }
    last = hits.isEmpty();
  }

  private ObjectNode request() {
    ObjectNode body = EventJson.MAPPER.createObjectNode();
    body.put("size", kind == Kind.BRIEFINGS ? MARKS : DOCUMENTS);
    body.put("track_total_hits", false);
    body.putObject("pit").put("id", pointInTime).put("keep_alive", KEEP_ALIVE);
    body.putArray("sort").addObject().put(field(), "asc");
    if (after != null) {
      body.set("search_after", after);
    }
    if (briefingIds != null) {
      ArrayNode ids = body.putObject("query").putObject("terms").putArray(field());
      briefingIds.forEach(ids::add);
    }
    return body;
  }

  private String field() {
    return switch (kind) {
      case BRIEFINGS -> "id";
      case EXCHANGES -> "briefing.id";
      case HISTORY -> "briefingId";
    };
  }

  @Override
  public void close() {
    ObjectNode body = EventJson.MAPPER.createObjectNode().put("id", pointInTime);
    var unused = calls.ask("DELETE", "/_pit", body);
  }
}
