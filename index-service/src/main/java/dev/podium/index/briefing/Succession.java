package dev.podium.index.briefing;

import dev.podium.kit.record.RecordHandler;
import dev.podium.kit.record.RecordOutcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Batches that overlap and keep their order: work on the next one begins when it has begun on all
 * of the one before. So nothing waits for the last records of a batch.
 */
public final class Succession {

  private final Work work;
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  /** What is done with a batch, which tells when it has begun with all of it. */
  interface Work {
    List<RecordOutcome> handle(List<ConsumerRecord<String, byte[]>> records, Runnable begun);
  }

  Succession(Work work) {
    this.work = work;
  }

  /** The handler of the next batch. To be called in the order of the batches. */
  public synchronized Turn next() {
    Turn turn = new Turn(last);
    last = turn.begun;
    return turn;
  }

  /** The handler of one batch. What has to be tried again may come to it several times. */
  public final class Turn implements RecordHandler {

    private final CompletableFuture<Void> before;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();

    private Turn(CompletableFuture<Void> before) {
      this.before = before;
    }

    @Override
    public List<RecordOutcome> handle(List<ConsumerRecord<String, byte[]>> records) {
      before.join();
      try {
        return work.handle(records, this::end);
      } finally {
        end();
      }
    }

    /** Lets the next batch begin; to be called also where this one was never handled. */
    public void end() {
      begun.complete(null);
    }
  }
}
