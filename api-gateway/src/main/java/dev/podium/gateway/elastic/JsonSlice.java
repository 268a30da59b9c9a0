package dev.podium.gateway.elastic;

import co.elastic.clients.json.JsonpDeserializer;
import co.elastic.clients.json.JsonpMapper;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import dev.podium.contracts.event.EventJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A JSON object within an answer, as the bytes that were sent: nothing of it is made an object. */
public final class JsonSlice {

  private final byte[] answer;
  private final int from;
  private final int to;

  private JsonSlice(byte[] answer, int from, int to) {
    this.answer = answer;
    this.from = from;
    this.to = to;
  }

  /**
   * The value that a parser is at, which goes to its end.
   *
   * @param answer all that is parsed
   */
  public static JsonSlice at(JsonParser in, byte[] answer) throws IOException {
    int from = begin(in);
    in.skipChildren();
    return endingAt(in, answer, from);
  }

  /** Where the value begins that a parser is at. */
  public static int begin(JsonParser in) {
    return (int) in.currentTokenLocation().getByteOffset();
  }

  /**
   * A value of which a parser is at the end.
   *
   * @param answer all that is parsed
   * @param from where it begins
   */
  public static JsonSlice endingAt(JsonParser in, byte[] answer, int from) {
    return new JsonSlice(answer, from, (int) in.currentLocation().getByteOffset());
  }

  /** In bytes. */
  public int length() {
    return to - from;
  }

  /** Whether it is the same byte for byte. */
  public boolean isSame(JsonSlice other) {
    return Arrays.equals(answer, from, to, other.answer, other.from, other.to);
  }

  /**
   * What it says, as an object.
   *
   * @throws UncheckedIOException if it is not of that form
   */
  public <T> T read(Class<T> type) {
    try {
      return EventJson.MAPPER.readValue(answer, from, length(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it says, as the client of Elasticsearch reads it. */
  <T> T read(JsonpDeserializer<T> deserializer, JsonpMapper mapper) {
    try (jakarta.json.stream.JsonParser in =
        mapper.jsonProvider().createParser(new ByteArrayInputStream(answer, from, length()))) {
      return deserializer.deserialize(in, mapper);
    }
  }

  /** The members of an object, without its braces, as a generator writes them raw. */
  public SerializableString members() {
    return new RawJson(answer, from + 1, length() - 2);
  }
}
