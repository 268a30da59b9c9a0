package dev.podium.index.briefing;

import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.briefing.Suppression;
import dev.podium.contracts.event.MalformedEventException;
import dev.podium.index.bulk.Seen;
import dev.podium.index.change.Causes;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.document.ExchangeDocument;
import dev.podium.index.schema.Generation;
import dev.podium.kit.record.RecordOutcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Indexes records into one generation. Records of different briefings go together; those of one
 * briefing one after the other, since each is compared with the one before it. Batches of one
 * partition may overlap, if they begin in order.
 */
final class BriefingIndexer {

  private static final Logger LOG = Logger.getLogger(BriefingIndexer.class);
  private static final RecordOutcome BEHIND =
      new RecordOutcome.FailedForNow("behind a record that is tried again");

  private final Generation generation;
  private final StoredBriefings stored;
  private final PlanWriter writer;
  private final BriefingEraser eraser;
  private final Causes causes;
  private final IndexMetrics metrics;
  private final IndexSettings settings;
  private final WaveWork work;
  private final Held held = new Held();

  /** Exchanges by briefing that were written by a plan that another overtook. */
  private final Map<String, Set<String>> overtaken = new ConcurrentHashMap<>();

  /** An indexer; the threads are those on which it works. */
  BriefingIndexer(
      Generation generation,
      StoredBriefings stored,
      PlanWriter writer,
      BriefingEraser eraser,
      Causes causes,
      IndexMetrics metrics,
      IndexSettings settings,
      Executor threads) {
    this.generation = generation;
    this.stored = stored;
    this.writer = writer;
    this.eraser = eraser;
    this.causes = causes;
    this.metrics = metrics;
    this.settings = settings;
    this.work = new WaveWork(settings.concurrency(), threads);
  }

  /**
   * Indexes records, as {@link dev.podium.kit.record.RecordHandler} says.
   *
   * @param publishes whether changes are published
   * @param begun told when work on all of them has begun
   */
  List<RecordOutcome> handle(
      List<ConsumerRecord<String, byte[]>> records, boolean publishes, Runnable begun) {
    List<Slot> slots = records.stream().map(Slot::new).toList();
    work.run(
        Waves.cut(slots, settings.togetherSize().asLongValue()),
        begun,
        wave -> index(wave, publishes));
    return slots.stream().map(Slot::outcome).toList();
  }

  /** Puts records off, which hold back the later ones of their briefings until they are through. */
  List<RecordOutcome> putOff(List<ConsumerRecord<String, byte[]>> records, String why) {
    RecordOutcome again = new RecordOutcome.FailedForNow(why);
    List<Slot> slots = records.stream().map(Slot::new).toList();
    slots.forEach(slot -> slot.end(again));
    slots.forEach(held::ended);
    return slots.stream().map(Slot::outcome).toList();
  }

  /** Indexes records of different briefings. */
  private void index(List<Slot> wave, boolean publishes) {
    try {
      wave.stream().filter(held::before).forEach(slot -> slot.end(BEHIND));
      wave.stream().filter(Slot::open).forEach(this::read);
      indexOpen(wave.stream().filter(Slot::open).toList(), publishes);
    } catch (StoredBriefings.UnreadableException e) {
      endOpen(wave, e.getMessage());
    } catch (RuntimeException e) {
      // Whatever it is: where one record of a briefing fails, later ones must not overtake it.
      LOG.error("records could not be indexed for a reason that nobody foresaw", e);
      endOpen(wave, "the indexer failed: " + e);
    } finally {
      wave.forEach(held::ended);
    }
  }

  private static void endOpen(List<Slot> wave, String why) {
    wave.stream().filter(Slot::open).forEach(s -> s.end(new RecordOutcome.FailedForNow(why)));
  }

  private void read(Slot slot) {
    if (slot.consumed().value() == null) {
      // It takes the record out of the topic; the marker of an erasure comes behind it.
      metrics.tombstone();
      slot.end(RecordOutcome.DONE);
      return;
    }
    try {
      Arrival arrival = BriefingRecords.read(slot.consumed());
      if (arrival.briefing().rejection() == null || arrival.briefing().wasErased()) {
        slot.opened(arrival);
      } else {
        metrics.noBriefing();
        slot.end(RecordOutcome.DONE);
      }
    } catch (MalformedEventException e) {
      slot.end(new RecordOutcome.Rejected("malformed-briefing", e.getMessage()));
    }
  }

  private void indexOpen(List<Slot> slots, boolean publishes) {
    Map<Slot, Writing> writings = writings(prepared(slots, publishes));
    writer.write(generation, publishes, List.copyOf(writings.values()));
    writings.forEach(
        (slot, writing) -> {
          noteOvertaken(slot.briefingId(), writing);
          slot.end(writing.outcome());
          metrics.written(writing, publishes);
        });
  }

  /** What an overtaken plan has written may be in place of what the other wrote. */
  private void noteOvertaken(String briefingId, Writing writing) {
    if (writing.overtaken()) {
      overtaken
          .computeIfAbsent(briefingId, id -> ConcurrentHashMap.newKeySet())
          .addAll(writing.plan().exchanges().stream().map(ExchangeDocument::id).toList());
    } else if (writing.goesOn()) {
      overtaken.remove(briefingId);
    }
  }

  /**
   * A record that is about to be planned.
   *
   * @param seen the mark that it is compared with; null where there is none
   */
  private record Prepared(Planner planner, Set<Long> needed, Seen seen) {}

  private Map<Slot, Prepared> prepared(List<Slot> slots, boolean publishes) {
    Map<String, Mark> marks =
        stored.marks(generation, slots.stream().map(Slot::briefingId).toList());
    Map<Slot, Prepared> prepared = new LinkedHashMap<>();
    for (Slot slot : slots) {
      Mark mark = erase(slot, marks.get(slot.briefingId()), publishes);
      if (slot.open()) {
        planned(slot, () -> prepare(slot, mark)).ifPresent(one -> prepared.put(slot, one));
      }
    }
    return prepared;
  }

  /** Null where there is nothing to do, and the slot ends. */
  private Prepared prepare(Slot slot, Mark mark) {
    BriefingDocument known = Mark.documentOf(mark);
    Set<String> unsure = overtaken.get(slot.briefingId());
    if (known != null && unsure != null) {
      known = known.without(Stream.concat(known.incomplete().stream(), unsure.stream()).toList());
    }
    Planner planner = new Planner(causes, known, slot.arrival());
    if (planner.nothingToDo()) {
      metrics.repeated();
      slot.end(RecordOutcome.DONE);
      return null;
    }
    return new Prepared(planner, planner.needed(), Mark.seenOf(mark));
  }

  /** A step of planning, which asks nobody: where it fails, it always will. */
  private static <T> Optional<T> planned(Slot slot, Supplier<T> step) {
    try {
      return Optional.ofNullable(step.get());
    } catch (Revisions.MissingHistoryException e) {
      slot.end(new RecordOutcome.Rejected("history-missing", e.getMessage()));
    } catch (RuntimeException e) {
      LOG.errorf(e, "briefing %s cannot be compared with what is known of it", slot.briefingId());
      slot.end(
          new RecordOutcome.Rejected(
              "malformed-briefing", "it cannot be compared with what is known of it: " + e));
    }
    return Optional.empty();
  }

  /**
   * Obeys what is erased on demand: what the record says of it, and what the mark knows. The slot
   * ends where there is nothing left to index.
   *
   * @param mark or null
   * @return the mark from then on, or null
   */
  private Mark erase(Slot slot, Mark mark, boolean publishes) {
    Arrival arrival = slot.arrival();
    BriefingDocument document = Mark.documentOf(mark);
    List<Erased> known = document == null ? List.of() : document.erasedParts();
    try {
      if (arrival.briefing().wasErased()) {
        eraser.whole(generation, document, arrival.briefing(), publishes);
      }
      if (arrival.briefing().wasErased() || (document != null && document.wasErased())) {
        metrics.erased();
        slot.end(RecordOutcome.DONE);
        return mark;
      }
      Mark left = mark;
      List<Erased> all = Suppression.together(known, arrival.briefing().erased());
      if (all.size() > known.size()) {
        eraser.parts(generation, mark, arrival.briefing(), all, publishes);
        left = stored.marks(generation, List.of(slot.briefingId())).get(slot.briefingId());
        metrics.erased();
      }
      slot.opened(arrival.without(all));
      return left;
    } catch (BriefingEraser.UnfinishedException e) {
      slot.end(new RecordOutcome.FailedForNow(e.getMessage()));
      return mark;
    }
  }

  private Map<Slot, Writing> writings(Map<Slot, Prepared> prepared) {
    Map<String, Set<Long>> needed = new HashMap<>();
    prepared.forEach((slot, one) -> needed.put(slot.briefingId(), one.needed()));
    Map<String, Revisions> earlier = stored.revisions(generation, needed);
    Map<Slot, Writing> writings = new LinkedHashMap<>();
    prepared.forEach(
        (slot, one) ->
            planned(slot, () -> one.planner().plan(earlier.get(slot.briefingId())))
                .ifPresent(plan -> writings.put(slot, new Writing(plan, one.seen()))));
    return writings;
  }
}
