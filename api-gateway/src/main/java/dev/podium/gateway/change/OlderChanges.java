package dev.podium.gateway.change;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads changes from before the newest ones, piece by piece, with a few consumers for all. Clients
 * at places that are near to each other share the pieces, so that a thousand who come back at once
 * cost little more than one.
 */
@ApplicationScoped
class OlderChanges {

  private static final int RECORDS = 256;
  private static final long CHUNK_BYTES = 2 << 20;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ChangeConsumers consumers;
  private final ErasedChanges erased;
  private final ExecutorService threads;
  private final Semaphore turns;
  private final long budget;
  private final ConcurrentLinkedQueue<KafkaConsumer<String, byte[]>> idle =
      new ConcurrentLinkedQueue<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Place, CompletableFuture<Chunk>> chunks = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<Place, Long> sizes = new LinkedHashMap<>();
  private long bytes;

  OlderChanges(
      ChangeConsumers consumers,
      ErasedChanges erased,
      ChangeSettings settings,
      @VirtualThreads ExecutorService threads) {
    this.consumers = consumers;
    this.erased = erased;
    this.threads = threads;
    this.turns = new Semaphore(settings.readers(), true);
    this.budget = settings.older().asLongValue();
  }

  private record Place(int partition, long from) {}

  /**
   * The piece that holds an offset, or the beginning of one that comes later.
   *
   * @return fails with {@link ChangesUnavailableException}
   */
  CompletableFuture<Chunk> read(int partition, long offset) {
    // Pieces begin at round numbers, so that those who are near ask for the same one.
    return piece(partition, offset - offset % RECORDS)
        .thenCompose(chunk -> reaching(partition, offset, chunk));
  }

  private CompletableFuture<Chunk> reaching(int partition, long offset, Chunk chunk) {
    boolean further = chunk.end() <= offset && chunk.end() > chunk.from();
    return further
        ? piece(partition, chunk.end()).thenCompose(next -> reaching(partition, offset, next))
        : CompletableFuture.completedFuture(chunk);
  }

  private CompletableFuture<Chunk> piece(int partition, long from) {
    Place place = new Place(partition, from);
    lock.lock();
    try {
      CompletableFuture<Chunk> known = chunks.get(place);
      if (known != null) {
        return known;
      }
      CompletableFuture<Chunk> begun =
          CompletableFuture.supplyAsync(
              () -> checked(with(consumer -> load(consumer, partition, from))), threads);
      chunks.put(place, begun);
      var unused = begun.whenComplete((chunk, e) -> loaded(place, chunk));
      return begun;
    } finally {
      lock.unlock();
    }
  }

  private Chunk checked(Chunk chunk) {
    erased.look(chunk.records());
    return chunk;
  }

  private void loaded(Place place, Chunk chunk) {
    lock.lock();
    try {
      if (chunk == null || !chunk.whole()) {
        chunks.remove(place);
        return;
      }
      sizes.put(place, chunk.bytes());
      bytes += chunk.bytes();
      var oldest = chunks.keySet().iterator();
      while (bytes > budget && oldest.hasNext()) {
        Long size = sizes.remove(oldest.next());
        // Those without a size are under way.
        if (size != null) {
          bytes -= size;
          oldest.remove();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private static Chunk load(KafkaConsumer<String, byte[]> consumer, int partition, long from) {
    TopicPartition place = ChangeConsumers.partition(partition);
    List<TopicPartition> alone = List.of(place);
    consumer.assign(alone);
    long first = Math.max(from, consumer.beginningOffsets(alone).get(place));
    long limit = from - from % RECORDS + RECORDS;
    long last = Math.min(limit, consumer.endOffsets(alone).get(place));
    if (first >= last) {
      return new Chunk(from, first, first, false, List.of());
    }
    consumer.seek(place, first);
    List<ChangeRecord> found = new ArrayList<>();
    long size = 0;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(place) < last && size < CHUNK_BYTES) {
      if (System.nanoTime() > deadline) {
        throw new ChangesUnavailableException("Kafka does not give the changes in time", null);
      }
      for (ConsumerRecord<String, byte[]> one : consumer.poll(POLL)) {
        if (one.offset() < last) {
          ChangeConsumers.read(one).ifPresent(found::add);
          size += one.serializedValueSize();
        }
      }
    }
    long end = Math.min(last, consumer.position(place));
    return new Chunk(from, first, end, end == limit || size >= CHUNK_BYTES, found);
  }

  /** Of each partition the first offset that is kept, and the one behind the last record. */
  CompletableFuture<KeptChanges> kept() {
    return CompletableFuture.supplyAsync(
        () ->
            with(
                consumer -> {
                  List<TopicPartition> all = ChangeConsumers.partitions(consumer);
                  return new KeptChanges(
                      position(all, consumer.beginningOffsets(all)),
                      position(all, consumer.endOffsets(all)));
                }),
        threads);
  }

  private static Position position(List<TopicPartition> all, Map<TopicPartition, Long> offsets) {
    return new Position(all.stream().mapToLong(offsets::get).toArray());
  }

  /** Of each partition the first record that was published at that time or later. */
  Position at(Instant time) {
    return with(
        consumer -> {
          List<TopicPartition> all = ChangeConsumers.partitions(consumer);
          Map<TopicPartition, Long> ends = consumer.endOffsets(all);
          Map<TopicPartition, Long> times = new LinkedHashMap<>();
          all.forEach(one -> times.put(one, time.toEpochMilli()));
          Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
          return new Position(
              all.stream()
                  .mapToLong(
                      one -> found.get(one) == null ? ends.get(one) : found.get(one).offset())
                  .toArray());
        });
  }

  /** Lends a consumer, which may have partitions assigned; the caller may have to wait. */
  private <T> T with(Function<KafkaConsumer<String, byte[]>, T> work) {
    turns.acquireUninterruptibly();
    KafkaConsumer<String, byte[]> consumer = idle.poll();
    try {
      if (consumer == null) {
        consumer = consumers.make();
      }
      T result = work.apply(consumer);
      idle.add(consumer);
      return result;
    } catch (KafkaException | ChangesUnavailableException e) {
      if (consumer != null) {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
      }
      throw e instanceof ChangesUnavailableException known
          ? known
          : new ChangesUnavailableException("the changes cannot be read now: " + e.getMessage(), e);
    } finally {
      turns.release();
    }
  }

  @PreDestroy
  void close() {
    for (var consumer = idle.poll(); consumer != null; consumer = idle.poll()) {
      consumer.close();
    }
  }
}
