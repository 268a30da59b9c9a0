package dev.podium.index.briefing;

import dev.podium.index.change.Causes;
import dev.podium.index.change.ChangeSettings;
import dev.podium.index.schema.Generation;
import dev.podium.index.schema.GenerationState;
import dev.podium.index.schema.Generations;
import dev.podium.index.schema.Schema;
import dev.podium.kit.drain.Drain;
import dev.podium.kit.record.RecordOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Indexes records into generations, each of which tells what the aliases make of it. */
@ApplicationScoped
public class Indexers {

  /** The service's name in dead letters. */
  public static final String SERVICE = "index";

  private static final Duration HOLD = Duration.ofMillis(100);

  private final Schema schema;
  private final StoredBriefings stored;
  private final PlanWriter writer;
  private final BriefingEraser eraser;
  private final Causes causes;
  private final IndexSettings settings;
  private final MeterRegistry registry;
  private final Drain drain;
  private final ExecutorService threads;

  Indexers(
      Schema schema,
      StoredBriefings stored,
      PlanWriter writer,
      BriefingEraser eraser,
      ChangeSettings changes,
      IndexSettings settings,
      MeterRegistry registry,
      Drain drain,
      @VirtualThreads ExecutorService threads) {
    this.schema = schema;
    this.stored = stored;
    this.writer = writer;
    this.eraser = eraser;
    this.causes = new Causes(changes.lateAfter(), changes.oldAfter());
    this.settings = settings;
    this.registry = registry;
    this.drain = drain;
    this.threads = threads;
  }

  /**
   * Indexes batches into one generation, which overlap. Only one that publishes changes rejects
   * records, so that each becomes one dead letter and not one of each generation; and one that has
   * to serve before it has caught up, of the records that no other has read.
   */
  public Succession into(Generation generation) {
    BriefingIndexer indexer = indexer(generation);
    return new Succession((records, begun) -> handle(indexer, generation, records, begun));
  }

  private BriefingIndexer indexer(Generation generation) {
    return new BriefingIndexer(
        generation,
        stored,
        writer,
        eraser,
        causes,
        new IndexMetrics(registry, generation),
        settings,
        threads);
  }

  private List<RecordOutcome> handle(
      BriefingIndexer indexer,
      Generation generation,
      List<ConsumerRecord<String, byte[]>> records,
      Runnable begun) {
    Optional<Generations> now = afterHold(generation);
    Optional<GenerationState> state = now.flatMap(known -> known.get(generation.number()));
    if (state.isEmpty()) {
      String missing = schema.missing();
      String why =
          missing == null ? "generation " + generation.number() + " is not there" : missing;
      return indexer.putOff(records, why);
    }
    boolean publishes = state.get().publishes();
    List<RecordOutcome> outcomes = indexer.handle(records, publishes, begun);
    return publishes ? outcomes : withoutLetters(records, outcomes, state.get());
  }

  /** Waits as long as the generation has to, for one that is about to take its place. */
  private Optional<Generations> afterHold(Generation generation) {
    Optional<Generations> now = schema.current();
    while (now.filter(known -> known.holds(generation.number())).isPresent()) {
      if (drain.await(HOLD)) {
        return Optional.empty();
      }
      now = schema.current();
    }
    return now;
  }

  private static List<RecordOutcome> withoutLetters(
      List<ConsumerRecord<String, byte[]>> records,
      List<RecordOutcome> outcomes,
      GenerationState state) {
    long since = state.recoveringSince().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    List<RecordOutcome> told = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      boolean isOld = records.get(i).timestamp() < since;
      told.add(
          isOld && outcomes.get(i) instanceof RecordOutcome.Rejected
              ? RecordOutcome.DONE
              : outcomes.get(i));
    }
    return told;
  }

  /**
   * Indexes records into all generations, so that they stay alike. What becomes of a record is what
   * the serving one says, unless another cannot take it for now.
   */
  List<RecordOutcome> intoAll(List<ConsumerRecord<String, byte[]>> records) {
    List<RecordOutcome> outcomes = new ArrayList<>(Collections.nCopies(records.size(), null));
    for (GenerationState state : schema.look().all()) {
      List<RecordOutcome> own = into(state.generation()).next().handle(records);
      for (int i = 0; i < own.size(); i++) {
        boolean decides =
            state.serving() && !(outcomes.get(i) instanceof RecordOutcome.FailedForNow);
        if (outcomes.get(i) == null
            || decides
            || own.get(i) instanceof RecordOutcome.FailedForNow) {
          outcomes.set(i, own.get(i));
        }
      }
    }
    String nowhere = String.valueOf(schema.missing());
    outcomes.replaceAll(o -> o == null ? new RecordOutcome.FailedForNow(nowhere) : o);
    return outcomes;
  }
}
