package dev.podium.ingest.erasure;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.BriefingJson;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.briefing.Suppression;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.event.MalformedEventException;
import dev.podium.contracts.topic.Topics;
import dev.podium.kit.record.RecordHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a record of the topic of briefings is answered with where something of its briefing was
 * erased: a tombstone, or itself without an exchange.
 */
final class Answers {

  private static final String CONTENT_TYPE = "content-type";

  /**
   * The answer; empty where the record holds nothing that was erased, as an answer does not.
   *
   * @param erased of the record's briefing
   */
  static Optional<ProducerRecord<String, byte[]>> to(
      ConsumerRecord<String, byte[]> found, List<Erased> erased) {
    if (found.value() == null || erased.isEmpty()) {
      return Optional.empty();
    }
    Optional<Briefing> briefing = read(found.value());
    boolean whole = erased.stream().anyMatch(one -> one.exchangeId() == null);
    return whole
        ? tombstone(found, briefing)
        : briefing.flatMap(readable -> without(found, readable, erased));
  }

  private static Optional<ProducerRecord<String, byte[]>> tombstone(
      ConsumerRecord<String, byte[]> found, Optional<Briefing> briefing) {
    return briefing.filter(Briefing::wasErased).isPresent()
        ? Optional.empty()
        : Optional.of(record(found, null));
  }

  private static Optional<ProducerRecord<String, byte[]>> without(
      ConsumerRecord<String, byte[]> found, Briefing briefing, List<Erased> erased) {
    List<Erased> inIt =
        erased.stream().filter(one -> Suppression.concerns(briefing, List.of(one))).toList();
    return inIt.isEmpty()
        ? Optional.empty()
        : Optional.of(record(found, BriefingJson.write(Suppression.without(briefing, inIt))));
  }

  /** With the time that the record has, which is when its briefing was recorded. */
  private static ProducerRecord<String, byte[]> record(
      ConsumerRecord<String, byte[]> found, byte[] value) {
    ProducerRecord<String, byte[]> answer =
        new ProducerRecord<>(Topics.BRIEFINGS, null, found.timestamp(), found.key(), value);
    Map<String, String> headers = RecordHeaders.read(found.headers());
    headers.remove(CloudEvent.TRACEPARENT);
    if (value == null) {
      headers.remove(CONTENT_TYPE);
    }
    headers.forEach((name, text) -> RecordHeaders.put(answer.headers(), name, text));
    return answer;
  }

  private static Optional<Briefing> read(byte[] value) {
    try {
      return Optional.of(EventJson.read(value, Briefing.class));
    } catch (MalformedEventException e) {
      // Nobody can read it, so that it says nothing of an exchange; a tombstone takes it all the
      // same.
      return Optional.empty();
    }
  }

  private Answers() {}
}
