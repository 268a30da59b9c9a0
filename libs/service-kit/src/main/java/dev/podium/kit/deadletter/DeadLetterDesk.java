package dev.podium.kit.deadletter;

import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.kit.problem.ProblemException;
import dev.podium.kit.record.DeadLetterId;
import dev.podium.kit.record.DeadLetters;
import dev.podium.kit.record.PublishingException;
import dev.podium.kit.record.RecordHeaders;
import dev.podium.kit.record.RecordOutcome;
import dev.podium.kit.record.RecordPublisher;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Shows a service's dead letters, and hands them to the service's own work again. */
@ApplicationScoped
public class DeadLetterDesk {

  private static final Logger LOG = Logger.getLogger(DeadLetterDesk.class);

  private static final int MOST = 100_000;
  private static final Duration LONGEST_REPLAY = Duration.ofSeconds(20);

  private final Map<String, Object> broker;
  private final RecordPublisher publisher;
  private final DeadLetters deadLetters;
  private final Clock clock;

  DeadLetterDesk(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      RecordPublisher publisher,
      DeadLetters deadLetters) {
    this.broker = broker;
    this.publisher = publisher;
    this.deadLetters = deadLetters;
    this.clock = Clock.systemUTC();
  }

  /**
   * What was found.
   *
   * @param total how many there are
   * @param items the latest of them first
   */
  public record DeadLetterList(long total, List<DeadLetter> items) {}

  /**
   * What a replay did.
   *
   * @param matched letters of the filter that were not replayed before
   * @param done those that went through
   * @param rejected those that failed again, each of which is a new dead letter
   * @param stopped why the rest was left as it was, or null
   */
  public record Replay(boolean dryRun, int matched, int done, int rejected, String stopped) {}

  DeadLetterList list(Replayable work, DeadLetterFilter filter, int limit) {
    List<DeadLetter> letters = letters(work, filter);
    letters.sort(
        Comparator.comparing(DeadLetter::at, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed()
            .thenComparing(DeadLetter::id));
    return new DeadLetterList(
        letters.size(), List.copyOf(letters.subList(0, Math.min(limit, letters.size()))));
  }

  Optional<DeadLetterTopic.Found> find(Replayable work, DeadLetterId id) {
    return new DeadLetterTopic(broker, work).find(id);
  }

  private List<DeadLetter> letters(Replayable work, DeadLetterFilter filter) {
    Map<String, DeadLetter> letters = new LinkedHashMap<>();
    ErasedLetters erased = new ErasedLetters();
    new DeadLetterTopic(broker, work)
        .read(
            filter.from(),
            (found, headers) -> {
              if (headers.containsKey(DeadLetterHeaders.ERASED)) {
                letters.keySet().removeAll(erased.mark(found, headers));
              } else if (DeadLetterTopic.isMark(headers)) {
                letters.computeIfPresent(
                    marked(work, found, headers),
                    (id, letter) -> letter.replayed(headers.get(DeadLetterHeaders.AT)));
              } else {
                DeadLetter letter = DeadLetter.of(work.service(), found);
                if (filter.takes(letter) && erased.lets(found, letter.id())) {
                  letters.put(letter.id(), letter);
                  checkNumber(letters.size());
                }
              }
              return true;
            });
    return new ArrayList<>(letters.values());
  }

  /** All of them are in memory until they are sorted. */
  private static void checkNumber(int letters) {
    if (letters > MOST) {
      throw ProblemException.badRequest(
          "dead-letters-too-many", "there are more than " + MOST + "; narrow from and to");
    }
  }

  private static String marked(
      Replayable work, ConsumerRecord<String, byte[]> mark, Map<String, String> headers) {
    return work.service() + '-' + mark.partition() + '-' + headers.get(DeadLetterHeaders.REPLAYED);
  }

  /**
   * Hands the letters of a filter that were not replayed before to the service's work again, in the
   * order of their partitions. It stops where one fails for a reason that may pass, or when a
   * caller would no longer wait; who asks again goes on.
   */
  Replay replay(Replayable work, DeadLetterFilter filter, boolean dryRun) {
    Map<Integer, Set<Long>> wanted = new HashMap<>();
    letters(work, filter).stream()
        .filter(letter -> letter.replayedAt() == null)
        .map(letter -> DeadLetterId.parse(letter.id()).orElseThrow())
        .forEach(
            id -> wanted.computeIfAbsent(id.partition(), p -> new HashSet<>()).add(id.offset()));
    int matched = wanted.values().stream().mapToInt(Set::size).sum();
    Progress progress = new Progress();
    if (!dryRun && matched > 0) {
      new DeadLetterTopic(broker, work)
          .read(
              filter.from(),
              (found, headers) ->
                  !wanted.getOrDefault(found.partition(), Set.of()).contains(found.offset())
                      || again(work, found, progress));
      LOG.infof(
          "of %d dead letters %d went through, %d failed again; stopped: %s",
          matched, progress.done, progress.rejected, progress.stopped);
    }
    return new Replay(dryRun, matched, progress.done, progress.rejected, progress.stopped);
  }

  private static final class Progress {
    private int done;
    private int rejected;
    private String stopped;
    private final long start = System.nanoTime();

    private boolean isLate() {
      return System.nanoTime() - start > LONGEST_REPLAY.toNanos();
    }
  }

  /** Whether the next one may follow. */
  private boolean again(Replayable work, ConsumerRecord<String, byte[]> letter, Progress progress) {
    if (progress.isLate()) {
      progress.stopped = "the time of a request is up; ask again for the rest";
      return false;
    }
    ConsumerRecord<String, byte[]> source = SourceRecords.of(letter);
    try {
      switch (work.handler().handle(List.of(source)).getFirst()) {
        case RecordOutcome.Done() -> {
          mark(letter, work, "done");
          progress.done++;
        }
        case RecordOutcome.Rejected rejected -> {
          deadLetters.send(work.service(), source, rejected);
          mark(letter, work, "rejected");
          progress.rejected++;
        }
        case RecordOutcome.FailedForNow(String reason) -> progress.stopped = reason;
      }
    } catch (PublishingException e) {
      progress.stopped = e.getMessage();
    }
    return progress.stopped == null;
  }

  /** In the letter's partition and behind it, so that who reads on learns of it. */
  private void mark(ConsumerRecord<String, byte[]> letter, Replayable work, String result) {
    ProducerRecord<String, byte[]> mark =
        new ProducerRecord<>(letter.topic(), letter.partition(), letter.key(), null);
    Map<String, String> own = RecordHeaders.read(letter.headers());
    own.keySet().removeIf(name -> name.startsWith(SourceRecords.PREFIX));
    own.forEach((name, value) -> RecordHeaders.put(mark.headers(), name, value));
    RecordHeaders.put(mark.headers(), DeadLetterHeaders.SERVICE, work.service());
    RecordHeaders.put(mark.headers(), DeadLetterHeaders.REPLAYED, Long.toString(letter.offset()));
    RecordHeaders.put(mark.headers(), DeadLetterHeaders.RESULT, result);
    RecordHeaders.put(mark.headers(), DeadLetterHeaders.AT, EventJson.utcMillis(clock.instant()));
    publisher.publishNow(mark);
  }
}
