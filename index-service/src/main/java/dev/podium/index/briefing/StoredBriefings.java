package dev.podium.index.briefing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.bulk.Seen;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.document.Briefings;
import dev.podium.index.document.HistoryDocument;
import dev.podium.index.schema.Generation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.http.ContentTooLongException;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.RestClient;

/** Reads what has been indexed, by id and in real time: what is written is seen at once. */
@ApplicationScoped
class StoredBriefings {

  // Keeps an answer far below the largest that the client takes, unless documents are huge.
  private static final int IDS_PER_REQUEST = 500;
  private static final int MARKS_PER_REQUEST = 50;

  // The typed client hides what it cannot read of a document, and where.
  private final RestClient client;

  StoredBriefings(RestClient client) {
    this.client = client;
  }

  /**
   * The commit marks that are there, by briefing id.
   *
   * @throws UnreadableException if Elasticsearch does not tell
   */
  Map<String, Mark> marks(Generation generation, Collection<String> briefingIds) {
    return get(generation.briefings(), briefingIds, MARKS_PER_REQUEST, StoredBriefings::mark);
  }

  private static Mark mark(JsonNode item) {
    JsonNode number = item.path("_seq_no");
    JsonNode term = item.path("_primary_term");
    if (!number.isIntegralNumber() || !term.isIntegralNumber()) {
      throw new UnreadableException("Elasticsearch does not number what it tells", null);
    }
    Seen seen = new Seen(number.longValue(), term.longValue());
    return new Mark(read(item, BriefingDocument.class), seen);
  }

  /**
   * Revisions from the history, of each briefing those that are asked for and there.
   *
   * @throws UnreadableException if Elasticsearch does not tell
   */
  Map<String, Revisions> revisions(
      Generation generation, Map<String, ? extends Collection<Long>> versions) {
    List<String> ids = new ArrayList<>();
    versions.forEach(
        (id, wanted) -> wanted.forEach(v -> ids.add(HistoryDocument.documentId(id, v))));
    Map<String, HistoryDocument> found = history(generation, ids);
    List<String> exchangeIds =
        found.values().stream().flatMap(StoredBriefings::exchangeDocuments).toList();
    Map<String, HistoryDocument> exchanges = history(generation, exchangeIds);
    Map<String, Revisions> revisions = new HashMap<>();
    versions.keySet().forEach(id -> revisions.put(id, new Revisions()));
    found.values().forEach(r -> revisions.get(r.id()).add(assemble(r, exchanges)));
    return revisions;
  }

  /**
   * Revisions of a briefing from the history, those that are there, the oldest first.
   *
   * @throws UnreadableException if Elasticsearch does not tell
   */
  List<Arrival> arrivals(Generation generation, String id, Collection<Long> versions) {
    Map<String, HistoryDocument> found =
        history(generation, versions.stream().map(v -> HistoryDocument.documentId(id, v)).toList());
    List<String> exchangeIds =
        found.values().stream().flatMap(StoredBriefings::exchangeDocuments).toList();
    Map<String, HistoryDocument> exchanges = history(generation, exchangeIds);
    return found.values().stream()
        .sorted(Comparator.comparingLong(HistoryDocument::version))
        .map(revision -> new Arrival(assemble(revision, exchanges), revision.recordedAt()))
        .toList();
  }

  private static Stream<String> exchangeDocuments(HistoryDocument revision) {
    return revision.exchanges().stream()
        .map(exchange -> HistoryDocument.documentId(exchange, revision.version()));
  }

  private Map<String, HistoryDocument> history(Generation generation, List<String> ids) {
    return get(
        generation.history(), ids, IDS_PER_REQUEST, item -> read(item, HistoryDocument.class));
  }

  private static Briefing assemble(HistoryDocument revision, Map<String, HistoryDocument> found) {
    return Briefings.with(
        revision.briefing(),
        revision.exchanges().stream()
            .map(id -> found.get(HistoryDocument.documentId(id, revision.version())))
            .filter(Objects::nonNull)
            .map(HistoryDocument::exchange)
            .toList());
  }

  private <T> Map<String, T> get(
      String index, Collection<String> ids, int atOnce, Function<JsonNode, T> reader) {
    List<String> all = List.copyOf(ids);
    Map<String, T> found = new HashMap<>();
    for (int from = 0; from < all.size(); from += atOnce) {
      List<String> some = all.subList(from, Math.min(all.size(), from + atOnce));
      get(index, some, reader, found);
    }
    return found;
  }

  private <T> void get(
      String index, List<String> ids, Function<JsonNode, T> reader, Map<String, T> found) {
    try {
      JsonNode docs = get(index, ids).path("docs");
      if (docs.size() != ids.size()) {
        // What an answer leaves out would pass for a page that nobody knows.
        throw new UnreadableException(
            "Elasticsearch: " + docs.size() + " answers to " + ids.size() + " ids", null);
      }
      read(docs, reader, found);
    } catch (ContentTooLongException e) {
      if (ids.size() == 1) {
        throw new UnreadableException("Elasticsearch: " + e.getMessage(), e);
      }
      int half = ids.size() / 2;
      get(index, ids.subList(0, half), reader, found);
      get(index, ids.subList(half, ids.size()), reader, found);
    }
  }

  private static <T> void read(JsonNode docs, Function<JsonNode, T> reader, Map<String, T> found) {
    for (JsonNode item : docs) {
      JsonNode error = item.path("error");
      if (!error.isMissingNode()) {
        throw new UnreadableException("Elasticsearch: " + error.path("reason").asText(), null);
      }
      if (item.path("found").asBoolean()) {
        found.put(item.path("_id").asText(), reader.apply(item));
      }
    }
  }

  /**
   * An answer.
   *
   * @throws ContentTooLongException if it is larger than the client takes, which fewer ids mend
   */
  private JsonNode get(String index, List<String> ids) throws ContentTooLongException {
    Request request = new Request("POST", '/' + index + "/_mget");
    request.setJsonEntity(EventJson.MAPPER.valueToTree(Map.of("ids", ids)).toString());
    try {
      Response answer = client.performRequest(request);
      return EventJson.MAPPER.readTree(answer.getEntity().getContent());
    } catch (IOException e) {
      // The client throws it wrapped, with the caller's stack.
      if (e.getCause() instanceof ContentTooLongException tooLong) {
        throw tooLong;
      }
      throw new UnreadableException("Elasticsearch: " + e.getMessage(), e);
    }
  }

  private static <T> T read(JsonNode item, Class<T> type) {
    try {
      return EventJson.MAPPER.treeToValue(item.path("_source"), type);
    } catch (JsonProcessingException e) {
      String document = item.path("_index").asText() + '/' + item.path("_id").asText();
      throw new UnreadableException(
          "the document " + document + " is not as written here: " + e.getMessage(), e);
    }
  }

  /** Elasticsearch does not tell what is there; that passes. */
  static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableException(String reason, Throwable cause) {
      super(reason, cause);
    }
  }
}
