package dev.podium.contracts.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * The JSON of the events: UTF-8, properties in the order of the contract, nulls written, dates as
 * RFC 3339 strings with the offset that they came with, unknown fields ignored, missing numbers
 * refused. Equal values give equal bytes.
 */
public final class EventJson {

  /** Shared and never reconfigured; safe for concurrent use. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The instant as the events write it: UTC, exactly three decimals. */
  public static String utcMillis(Instant instant) {
    return UtcMillisSerializer.FORMAT.format(instant);
  }

  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads an event's value.
   *
   * @throws MalformedEventException if the bytes are no JSON or not of that form; its message names
   *     the field and the place
   */
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new MalformedEventException("the value is JSON null, not a " + type.getSimpleName());
      }
      return value;
    } catch (IOException e) {
      throw new MalformedEventException("not a " + type.getSimpleName() + ": " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    String what = e.getMessage().lines().findFirst().orElse("");
    String where =
        e instanceof JsonMappingException of
            ? of.getPath().stream().map(EventJson::step).collect(Collectors.joining())
            : "";
    return where.isEmpty() ? what : "at " + where + ": " + what;
  }

  private static String step(JsonMappingException.Reference step) {
    return step.getFieldName() == null ? "/" + step.getIndex() : "/" + step.getFieldName();
  }

  private EventJson() {}
}
