package dev.podium.gateway.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a hit of an answer. */
final class HitReader {

  /** Reads the hit that a parser is at the first brace of, to its end. */
  static <T> StoredHit<T> read(JsonParser in, byte[] answer, StoredHits.Documents<T> documents)
      throws IOException {
    String id = null;
    T document = null;
    List<FieldValue> sort = List.of();
    Map<String, List<String>> highlight = Map.of();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      switch (name) {
        case "_id" -> id = in.getText();
        case "_source" -> document = documents.read(in, answer);
        case "sort" -> sort = values(in);
        case "highlight" -> highlight = texts(in);
        default -> in.skipChildren();
      }
    }
    if (document == null) {
      throw new IOException("a hit has no document: " + id);
    }
    return new StoredHit<>(id, document, sort, highlight);
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

  private static Map<String, List<String>> texts(JsonParser in) throws IOException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      List<String> texts = new ArrayList<>();
      fields.put(in.currentName(), texts);
      in.nextToken();
      while (in.nextToken() == JsonToken.VALUE_STRING) {
        texts.add(in.getText());
      }
    }
    return fields;
  }

  private HitReader() {}
}
