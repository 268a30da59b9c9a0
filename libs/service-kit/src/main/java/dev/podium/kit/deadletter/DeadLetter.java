package dev.podium.kit.deadletter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.kit.record.DeadLetterId;
import dev.podium.kit.record.RecordHeaders;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that a service could not process, as operators see it.
 *
 * @param id service, partition and offset in the dead letters' topic
 * @param code why, for programs
 * @param text why, for people
 * @param source id of the source, or null where the record does not say
 * @param url of the page, or null where the record does not say
 * @param version of the briefing, or null where it is a page or does not say
 * @param exchanges ids of those that failed; empty where all of it did
 * @param traceId or null
 * @param at when the service gave up: RFC 3339, UTC
 * @param replayedAt when it was processed again, or null
 */
public record DeadLetter(
    String id,
    String service,
    String code,
    String text,
    String source,
    String url,
    Long version,
    List<String> exchanges,
    String traceId,
    String at,
    String replayedAt) {

  private static final String SOURCES = CloudEvent.sourceOf("");

  public DeadLetter {
    exchanges = List.copyOf(exchanges);
  }

  /** A letter as it stands in its topic, not replayed so far. */
  static DeadLetter of(String service, ConsumerRecord<String, byte[]> letter) {
    Map<String, String> headers = RecordHeaders.read(letter.headers());
    String exchanges = headers.get(DeadLetterHeaders.EXCHANGES);
    return new DeadLetter(
        new DeadLetterId(service, letter.partition(), letter.offset()).toString(),
        service,
        headers.get(DeadLetterHeaders.CODE),
        headers.get(DeadLetterHeaders.TEXT),
        source(headers.get(CloudEvent.header("source"))),
        url(letter, headers),
        version(headers.get(CloudEvent.VERSION)),
        exchanges == null ? List.of() : List.of(exchanges.split(",")),
        traceId(headers.get(CloudEvent.TRACEPARENT)),
        headers.get(DeadLetterHeaders.AT),
        null);
  }

  DeadLetter replayed(String time) {
    return new DeadLetter(
        id, service, code, text, source, url, version, exchanges, traceId, at, time);
  }

  private static String source(String header) {
    return header != null && header.startsWith(SOURCES)
        ? header.substring(SOURCES.length())
        : header;
  }

  private static Long version(String header) {
    try {
      return header == null ? null : Long.valueOf(header);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The second of four parts (W3C Trace Context). */
  private static String traceId(String traceparent) {
    String[] parts = traceparent == null ? new String[0] : traceparent.split("-", -1);
    return parts.length < 4 ? null : parts[1];
  }

  /** A page's key is its address; a briefing has it in its JSON, as far as that can be read. */
  private static String url(ConsumerRecord<String, byte[]> letter, Map<String, String> headers) {
    boolean page = headers.containsKey(CloudEvent.header("pageid"));
    return page ? letter.key() : letter.value() == null ? null : url(letter.value());
  }

  private static String url(byte[] json) {
    try (JsonParser parser = EventJson.MAPPER.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals("url")) {
          return value == JsonToken.VALUE_STRING ? parser.getText() : null;
        }
        parser.skipChildren();
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }
}
