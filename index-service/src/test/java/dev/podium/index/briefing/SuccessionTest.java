package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.kit.record.RecordOutcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class SuccessionTest {

  private static final int MOMENT_MILLIS = 100;
  private static final int PATIENCE_SECONDS = 10;

  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final CompletableFuture<Runnable> first = new CompletableFuture<>();

  /** The first batch begins and ends when it is told to. */
  private final Succession succession =
      new Succession(
          (records, begun) -> {
            if (records.getFirst().offset() == 0) {
              first.complete(begun);
              await(mayEnd);
            }
            return List.of(RecordOutcome.DONE);
          });

  @Test
  void aBatchBeginsWhenTheOneBeforeHasBegunWithAllOfItAndNotSooner() throws Exception {
    Succession.Turn one = succession.next();
    Succession.Turn two = succession.next();
    var second = CompletableFuture.supplyAsync(() -> two.handle(batch(1)));
    var whole = CompletableFuture.supplyAsync(() -> one.handle(batch(0)));
    Runnable begun = first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(second).isNotDone();

    begun.run();

    assertThat(second.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).containsExactly(RecordOutcome.DONE);
    assertThat(whole).isNotDone();
    mayEnd.countDown();
    assertThat(whole.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).hasSize(1);
  }

  @Test
  void oneThatWasNeverHandledHoldsNothingUp() throws Exception {
    Succession.Turn one = succession.next();
    Succession.Turn two = succession.next();
    var second = CompletableFuture.supplyAsync(() -> two.handle(batch(1)));
    assertThat(second.completeOnTimeout(null, MOMENT_MILLIS, TimeUnit.MILLISECONDS).get()).isNull();

    one.end();

    assertThat(two.handle(batch(1))).hasSize(1);
  }

  private static List<ConsumerRecord<String, byte[]>> batch(long offset) {
    return List.of(new ConsumerRecord<>("topic", 0, offset, "a/1", new byte[1]));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
