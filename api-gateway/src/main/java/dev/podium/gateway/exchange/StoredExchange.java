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
 */
public record StoredExchange(
    JsonSlice document,
    String id,
    long version,
    Status status,
    String replacedBy,
    JsonSlice briefing,
    JsonSlice exchange) {

  /** Reads one, as {@link StoredHits.Documents} says. */
  public static StoredExchange read(JsonParser in, byte[] answer) throws IOException {
    int from = JsonSlice.begin(in);
    String id = null;
    long version = 0;
    Status status = null;
    String replacedBy = null;
    JsonSlice briefing = null;
    JsonSlice exchange = null;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
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
    JsonSlice document = JsonSlice.endingAt(in, answer, from);
    if (id == null || status == null || briefing == null || exchange == null) {
      throw new IOException("the index has a document that is no exchange: " + id);
    }
    return new StoredExchange(document, id, version, status, replacedBy, briefing, exchange);
  }
}
