package dev.podium.gateway.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.podium.gateway.elastic.JsonSlice;
import dev.podium.gateway.elastic.StoredHits;
import java.io.IOException;

/**
 * A document of the index of exchanges, taken apart as far as lists and exports need it.
 *
 * @param document all of it
 * @param id of the exchange
 * @param version of the briefing that the document states
 * @param replacedBy null unless reworded
 * @param briefing that it belongs to, in short
 * @param exchange as the contract has it
 * @param spoken what the exchange says; null where that was not read
 */
public record StoredExchange(
    JsonSlice document,
    String id,
    long version,
    Status status,
    String replacedBy,
    JsonSlice briefing,
    JsonSlice exchange,
    Spoken spoken) {

  /**
   * The texts of an exchange.
   *
   * @param question null for a statement
   * @param answer null where there is none
   */
  public record Spoken(String question, String answer) {

    private static Spoken read(JsonParser in) throws IOException {
      String question = null;
      String answer = null;
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "question" -> question = text(in);
          case "answer" -> answer = text(in);
          default -> in.skipChildren();
        }
      }
      return new Spoken(question, answer);
    }

    private static String text(JsonParser in) throws IOException {
      String text = null;
      if (in.currentToken() == JsonToken.START_OBJECT) {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
          boolean isText = in.currentName().equals("text");
          in.nextToken();
          if (isText) {
            text = in.getValueAsString();
          }
          in.skipChildren();
        }
      }
      return text;
    }
  }

  /** Reads one with its texts, as {@link StoredHits.Documents} says. */
  public static StoredExchange readSpoken(JsonParser in, byte[] answer) throws IOException {
    return read(in, answer, true);
  }

  /** Reads one without its texts, as {@link StoredHits.Documents} says. */
  public static StoredExchange read(JsonParser in, byte[] answer) throws IOException {
    return read(in, answer, false);
  }

  private static StoredExchange read(JsonParser in, byte[] answer, boolean spoken)
      throws IOException {
    Parts parts = new Parts();
    int from = JsonSlice.begin(in);
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      if (spoken && name.equals("exchange") && in.currentToken() == JsonToken.START_OBJECT) {
        int begin = JsonSlice.begin(in);
        parts.spoken = Spoken.read(in);
        parts.exchange = JsonSlice.endingAt(in, answer, begin);
      } else {
        parts.take(name, in, answer);
      }
    }
    return parts.together(JsonSlice.endingAt(in, answer, from));
  }

  private static final class Parts {

    private String id;
    private long version;
    private Status status;
    private String replacedBy;
    private JsonSlice briefing;
    private JsonSlice exchange;
    private Spoken spoken;

    void take(String name, JsonParser in, byte[] answer) throws IOException {
      switch (name) {
        case "id" -> id = in.getText();
        case "version" -> version = in.getLongValue();
        case "status" -> status = Status.of(in.getText());
        case "replacedBy" -> replacedBy = in.getValueAsString();
        case "briefing" -> briefing = JsonSlice.at(in, answer);
        case "exchange" -> exchange = JsonSlice.at(in, answer);
        default -> in.skipChildren();
      }
    }

    StoredExchange together(JsonSlice document) throws IOException {
      if (id == null || status == null || briefing == null || exchange == null) {
        throw new IOException("the index has a document that is no exchange: " + id);
      }
      return new StoredExchange(
          document, id, version, status, replacedBy, briefing, exchange, spoken);
    }
  }
}
