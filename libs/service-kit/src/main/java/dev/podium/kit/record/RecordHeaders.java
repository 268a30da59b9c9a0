package dev.podium.kit.record;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Kafka's headers as text, which is what CloudEvents makes of them. */
public final class RecordHeaders {

  /** The headers as a map; of several of one name the last, as Kafka reads them. */
  public static Map<String, String> read(Headers headers) {
    Map<String, String> map = new HashMap<>();
    for (Header header : headers) {
      if (header.value() != null) {
        map.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return map;
  }

  /** A record with these headers. */
  public static ProducerRecord<String, byte[]> producerRecord(
      String topic, String key, byte[] value, Map<String, String> headers) {
    ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(topic, key, value);
    headers.forEach((name, text) -> put(outgoing.headers(), name, text));
    return outgoing;
  }

  /** Sets a header. */
  public static void put(Headers headers, String name, String text) {
    headers.remove(name);
    headers.add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private RecordHeaders() {}
}
