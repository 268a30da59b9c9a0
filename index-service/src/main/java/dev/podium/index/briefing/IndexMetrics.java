package dev.podium.index.briefing;

import dev.podium.index.schema.Generation;
import dev.podium.kit.record.RecordOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** Counts what is indexed into one generation. */
class IndexMetrics {

  private static final String BRIEFINGS = "podium.index.briefings";
  private static final String OUTCOME = "outcome";

  private final Counter indexed;
  private final Counter incomplete;
  private final Counter rejected;
  private final Counter failed;
  private final Counter superseded;
  private final Counter repeated;
  private final Counter noBriefing;
  private final Counter tombstones;
  private final Counter erased;
  private final Counter exchanges;
  private final Counter changes;

  IndexMetrics(MeterRegistry registry, Generation generation) {
    Tags tags = Tags.of("generation", Integer.toString(generation.number()));
    this.indexed = registry.counter(BRIEFINGS, tags.and(OUTCOME, "indexed"));
    this.incomplete = registry.counter(BRIEFINGS, tags.and(OUTCOME, "incomplete"));
    this.rejected = registry.counter(BRIEFINGS, tags.and(OUTCOME, "rejected"));
    this.failed = registry.counter(BRIEFINGS, tags.and(OUTCOME, "failed-for-now"));
    this.superseded = registry.counter(BRIEFINGS, tags.and(OUTCOME, "superseded"));
    this.repeated = registry.counter(BRIEFINGS, tags.and(OUTCOME, "repeated"));
    this.noBriefing = registry.counter(BRIEFINGS, tags.and(OUTCOME, "no-briefing"));
    this.tombstones = registry.counter(BRIEFINGS, tags.and(OUTCOME, "tombstone"));
    this.erased = registry.counter(BRIEFINGS, tags.and(OUTCOME, "erased"));
    this.exchanges = registry.counter("podium.index.exchanges", tags);
    this.changes = registry.counter("podium.index.changes", tags);
  }

  void tombstone() {
    tombstones.increment();
  }

  /** It brings an erasure, or something that was erased before. */
  void erased() {
    erased.increment();
  }

  /** The page is none, which is a normal outcome. */
  void noBriefing() {
    noBriefing.increment();
  }

  /** The revision was in the index already. */
  void repeated() {
    repeated.increment();
  }

  void written(Writing writing, boolean publishes) {
    counter(writing).increment();
    if (writing.goesOn()) {
      exchanges.increment(writing.plan().exchanges().size());
    }
    if (writing.goesOn() && publishes) {
      changes.increment(writing.plan().changes().size());
    }
  }

  private Counter counter(Writing writing) {
    return switch (writing.outcome()) {
      case RecordOutcome.Done() -> writing.superseded() ? superseded : indexed;
      case RecordOutcome.FailedForNow(String reason) -> failed;
      case RecordOutcome.Rejected bad -> writing.goesOn() ? incomplete : rejected;
    };
  }
}
