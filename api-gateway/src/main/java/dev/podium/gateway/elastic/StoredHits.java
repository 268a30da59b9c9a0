package dev.podium.gateway.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a search found, read in one pass over the answer, which is kept as it was sent.
 *
 * @param total as far as it was counted; 0 where it was not
 * @param point id of the point in time; null without one
 * @param documents in order
 * @param last sort values of the last one, behind which the next page begins
 */
public record StoredHits<T>(long total, String point, List<T> documents, List<FieldValue> last) {

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

  /**
   * Reads an answer.
   *
   * @throws IOException if it is none: what is missing would pass for a search that found nothing
   */
  static <T> StoredHits<T> read(byte[] answer, Documents<T> documents) throws IOException {
    Reading<T> reading = new Reading<>(answer, documents);
    try (JsonParser in = JSON.createParser(answer)) {
      if (in.nextToken() == JsonToken.START_OBJECT) {
        reading.answer(in);
      }
    }
    if (!reading.isWhole) {
      throw new IOException(
          "Elasticsearch's answer has no hits, and does not say that it has none");
    }
    return new StoredHits<>(reading.total, reading.point, reading.found, reading.last);
  }

  /** What has been read so far. */
  private static final class Reading<T> {

    private final byte[] answer;
    private final Documents<T> documents;
    private final List<T> found = new ArrayList<>();
    private List<FieldValue> last = List.of();
    private long total;
    private String point;
    private boolean isWhole;

    Reading(byte[] answer, Documents<T> documents) {
      this.answer = answer;
      this.documents = documents;
    }

    void answer(JsonParser in) throws IOException {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "pit_id" -> point = in.getText();
          case "hits" -> hits(in);
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
              hit(in);
            }
            isWhole = in.currentToken() == JsonToken.END_ARRAY;
          }
          default -> in.skipChildren();
        }
      }
    }

    private void total(JsonParser in) throws IOException {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        boolean isValue = in.currentName().equals("value");
        in.nextToken();
        if (isValue) {
          total = in.getLongValue();
        }
      }
    }

    private void hit(JsonParser in) throws IOException {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "_source" -> found.add(documents.read(in, answer));
          case "sort" -> last = values(in);
          default -> in.skipChildren();
        }
      }
    }

    private static List<FieldValue> values(JsonParser in) throws IOException {
      List<FieldValue> values = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        values.add(
            switch (in.currentToken()) {
              case VALUE_STRING -> FieldValue.of(in.getText());
              case VALUE_NUMBER_INT -> FieldValue.of(in.getLongValue());
              case VALUE_NUMBER_FLOAT -> FieldValue.of(in.getDoubleValue());
              case VALUE_TRUE, VALUE_FALSE -> FieldValue.of(in.getBooleanValue());
              case VALUE_NULL -> FieldValue.NULL;
              default -> throw new IOException("a sort value is a " + in.currentToken());
            });
      }
      return values;
    }
  }
}
