package dev.podium.gateway.change;

import dev.podium.gateway.loop.Setbacks;
import dev.podium.kit.drain.Drain;
import dev.podium.kit.record.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Follows the end of the topic of changes, once for all clients of the instance, and keeps the
 * newest. Kafka may be away: then nothing new comes, and the rest of the service goes on.
 */
@ApplicationScoped
public class ChangeTail {

  private static final Logger LOG = Logger.getLogger(ChangeTail.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

  /** So many of each partition are read at the start, for those who were cut off by it. */
  private static final long WARM = 256;

  private final ChangeConsumers consumers;
  private final ErasedChanges erased;
  private final long budget;
  private final Drain drain;
  private final Set<Runnable> followers = ConcurrentHashMap.newKeySet();
  private volatile NewestChanges newest;
  private volatile String missing = "Kafka has not been reached yet";
  private volatile long lag;

  ChangeTail(
      ChangeConsumers consumers,
      ErasedChanges erased,
      ChangeSettings settings,
      Drain drain,
      MeterRegistry registry) {
    this.consumers = consumers;
    this.erased = erased;
    this.budget = settings.newest().asLongValue();
    this.drain = drain;
    registry.gauge("podium.gateway.changes.lag", this, tail -> tail.lag);
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().daemon().name("changes").start(this::run);
  }

  /** Calls a follower whenever there may be more, on the thread that reads. */
  public void follow(Runnable follower) {
    followers.add(follower);
  }

  /** Calls it no more. */
  public void leave(Runnable follower) {
    followers.remove(follower);
  }

  /**
   * The newest changes.
   *
   * @throws ChangesUnavailableException if Kafka has never been reached
   */
  NewestChanges newest() {
    NewestChanges here = newest;
    if (here == null) {
      throw new ChangesUnavailableException(missing, null);
    }
    return here;
  }

  private void run() {
    Setbacks setbacks = new Setbacks(LOG, "the reading of changes", BACKOFF, drain);
    while (!drain.started()) {
      try (KafkaConsumer<String, byte[]> consumer = consumers.make()) {
        begin(consumer);
        while (!drain.started()) {
          read(consumer);
          setbacks.over();
        }
      } catch (RuntimeException e) {
        missing = "the changes cannot be read now: " + e.getMessage();
        setbacks.after(e);
      }
    }
  }

  private void begin(KafkaConsumer<String, byte[]> consumer) {
    List<TopicPartition> partitions = ChangeConsumers.partitions(consumer);
    if (partitions.isEmpty()) {
      throw new KafkaException("there is no topic of changes yet");
    }
    consumer.assign(partitions);
    NewestChanges here = newest;
    boolean goesOn = here != null && here.end().partitions() == partitions.size();
    Position from = goesOn ? here.end() : nearEnd(consumer, partitions);
    partitions.forEach(one -> consumer.seek(one, from.get(one.partition())));
    if (!goesOn) {
      newest = new NewestChanges(from, budget);
      LOG.infof("following the changes from %s", from);
    }
  }

  private static Position nearEnd(
      KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    return new Position(
        partitions.stream()
            .mapToLong(one -> Math.max(begins.get(one), ends.get(one) - WARM))
            .toArray());
  }

  private void add(ChangeRecord change, NewestChanges to) {
    erased.note(change);
    to.add(change);
  }

  private void read(KafkaConsumer<String, byte[]> consumer) {
    ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
    NewestChanges here = newest;
    List<ChangeRecord> changes = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> one : polled) {
      ChangeConsumers.read(one).ifPresent(changes::add);
    }
    Set<TopicPartition> partitions = consumer.assignment();
    lag = partitions.stream().mapToLong(p -> consumer.currentLag(p).orElse(0)).sum();
    if (!polled.isEmpty()) {
      Position end = here.end();
      for (TopicPartition one : partitions) {
        end = end.with(one.partition(), consumer.position(one));
      }
      // All of it or nothing: what fails is read again, and may not be there twice.
      changes.forEach(change -> add(change, here));
      here.advance(end);
      followers.forEach(ChangeTail::tell);
    }
  }

  /** What one of them does wrong keeps nothing from the others. */
  private static void tell(Runnable follower) {
    try {
      follower.run();
    } catch (RuntimeException e) {
      LOG.error("whoever follows the changes failed for a reason that nobody foresaw", e);
    }
  }
}
