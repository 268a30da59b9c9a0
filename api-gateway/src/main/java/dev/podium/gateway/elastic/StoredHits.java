package dev.podium.gateway.elastic;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.json.JsonpMapper;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.podium.contracts.event.EventJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a search found, read in one pass over the answer, which is kept as it was sent.
 *
 * @param total as far as it was counted; negative where it was not
 * @param totalExact whether there are not more
 * @param point id of the point in time; null without one
 * @param hits in order
 * @param aggregations by the names that they were asked for by; empty where none were
 */
public record StoredHits<T>(
    long total,
    boolean totalExact,
    String point,
    List<StoredHit<T>> hits,
    Map<String, Aggregate> aggregations) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Reads a document. */
  @FunctionalInterface
  public interface Documents<T> {

    /**
     * Reads it to its end.
     *
     * @param in is at its first brace
     * @param answer all that is parsed
     */
    T read(JsonParser in, byte[] answer) throws IOException;
  }

  /** Reads documents as objects. */
  public static <T> Documents<T> objects(Class<T> type) {
    ObjectReader reader =
        EventJson.MAPPER.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    return (in, answer) -> reader.readValue(in);
  }

  /** Nothing was found. */
  public static <T> StoredHits<T> none() {
    return new StoredHits<>(0, true, null, List.of(), Map.of());
  }

  /** Whether it was counted how many there are. */
  public boolean isCounted() {
    return total >= 0;
  }

  /** What was found, in order. */
  public List<T> documents() {
    return hits.stream().map(StoredHit::document).toList();
  }

  /**
   * Reads an answer.
   *
   * @throws IOException if it is none: what is missing would pass for a search that found nothing
   */
  static <T> StoredHits<T> read(byte[] answer, Documents<T> documents, JsonpMapper mapper)
      throws IOException {
    Reading<T> reading = new Reading<>(answer, documents);
    try (JsonParser in = JSON.createParser(answer)) {
      if (in.nextToken() == JsonToken.START_OBJECT) {
        reading.answer(in);
      }
    }
    return reading.hits(mapper);
  }

  /** What has been read so far. */
  private static final class Reading<T> {

    private final byte[] answer;
    private final Documents<T> documents;
    private final List<StoredHit<T>> found = new ArrayList<>();
    private JsonSlice aggregations;
    private long total = -1;
    private boolean isTotalExact;
    private String point;
    private boolean isWhole;

    Reading(byte[] answer, Documents<T> documents) {
      this.answer = answer;
      this.documents = documents;
    }

    StoredHits<T> hits(JsonpMapper mapper) throws IOException {
      if (!isWhole) {
        throw new IOException("it has no hits, and does not say that it has none");
      }
      Map<String, Aggregate> counts =
          aggregations == null
              ? Map.of()
              : aggregations.read(Aggregate._TYPED_KEYS_DESERIALIZER, mapper);
      return new StoredHits<>(total, isTotalExact, point, found, counts);
    }

    void answer(JsonParser in) throws IOException {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "pit_id" -> point = in.getText();
          case "hits" -> hits(in);
          case "aggregations" -> aggregations = JsonSlice.at(in, answer);
          default -> in.skipChildren();
        }
      }
    }

    private void hits(JsonParser in) throws IOException {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "total" -> total(in);
          case "hits" -> {
            while (in.nextToken() == JsonToken.START_OBJECT) {
              found.add(HitReader.read(in, answer, documents));
            }
            isWhole = in.currentToken() == JsonToken.END_ARRAY;
          }
          default -> in.skipChildren();
        }
      }
    }

    private void total(JsonParser in) throws IOException {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "value" -> total = in.getLongValue();
          case "relation" -> isTotalExact = in.getText().equals("eq");
          default -> in.skipChildren();
        }
      }
    }
  }
}
