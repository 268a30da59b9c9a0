package dev.podium.ingest.erasure;

import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.event.MalformedEventException;
import dev.podium.contracts.identity.BriefingKey;
import dev.podium.contracts.topic.Topics;
import dev.podium.ingest.archive.Erasures;
import dev.podium.kit.record.RecordPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Answers what comes to the topics after an erasure: a redelivery, what was on its way, a dead
 * letter that is processed again.
 */
@ApplicationScoped
public class ErasureGuard {

  private final Erasures erasures;
  private final RecordPublisher publisher;
  private final HiddenLetters letters;

  ErasureGuard(Erasures erasures, RecordPublisher publisher, HiddenLetters letters) {
    this.erasures = erasures;
    this.publisher = publisher;
    this.letters = letters;
  }

  /**
   * Answers briefings that hold something that was erased, and waits until Kafka has the answers.
   *
   * @throws dev.podium.kit.record.PublishingException if it does not take them
   */
  public void answer(List<ConsumerRecord<String, byte[]>> records) {
    Map<String, List<Erased>> erased =
        erasures.ofPages(
            records.stream()
                .filter(found -> found.topic().equals(Topics.BRIEFINGS))
                .flatMap(found -> briefing(found).stream())
                .collect(Collectors.toSet()));
    if (erased.isEmpty()) {
      return;
    }
    List<ProducerRecord<String, byte[]>> answers =
        records.stream()
            .filter(found -> found.topic().equals(Topics.BRIEFINGS))
            .flatMap(found -> answer(found, erased).stream())
            .toList();
    publisher.publishAll(answers);
  }

  private static Optional<ProducerRecord<String, byte[]>> answer(
      ConsumerRecord<String, byte[]> found, Map<String, List<Erased>> erased) {
    return briefing(found).map(erased::get).flatMap(own -> Answers.to(found, own));
  }

  /**
   * Hides the letters of those pages of which something was erased.
   *
   * @param pages that have new letters
   * @throws dev.podium.kit.record.PublishingException if Kafka does not take the marks
   */
  public void hide(Stream<String> pages) {
    new TreeSet<>(erasures.ofPages(pages.collect(Collectors.toSet())).keySet())
        .forEach(letters::hide);
  }

  private static Optional<String> briefing(ConsumerRecord<String, byte[]> found) {
    try {
      return found.value() == null
          ? Optional.empty()
          : Optional.of(BriefingKey.parse(found.key()).briefingId());
    } catch (MalformedEventException e) {
      return Optional.empty();
    }
  }
}
