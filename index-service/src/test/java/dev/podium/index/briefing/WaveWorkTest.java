package dev.podium.index.briefing;

import static dev.podium.index.briefing.WavesTest.keysOf;
import static dev.podium.index.briefing.WavesTest.waves;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaveWorkTest {

  private static final int MANY = 1000;
  private static final int MOMENT_MILLIS = 100;

  private final WaveWork work = new WaveWork(2, Thread::startVirtualThread);
  private final List<String> ended = Collections.synchronizedList(new ArrayList<>());

  @Test
  void wavesThatHaveNothingInCommonAreUnderWayTogether() {
    CyclicBarrier both = new CyclicBarrier(2);
    work.run(waves(1, "a/1", "b/1"), () -> {}, wave -> meet(both));
    assertThat(both.isBroken()).isFalse();
  }

  @Test
  void aBriefingsRecordsAreIndexedInOrderWhateverIsUnderWay() {
    String[] keys =
        Stream.iterate(0, i -> i + 1)
            .limit(MANY)
            .map(i -> (i % 3 == 0 ? "a" : "b" + i % 7) + '/' + i)
            .toArray(String[]::new);
    work.run(waves(2, keys), () -> {}, wave -> ended.addAll(keysOf(wave)));
    assertThat(ended).hasSize(MANY);
    assertThat(ended.stream().filter(key -> key.startsWith("a/")))
        .containsExactlyElementsOf(Stream.of(keys).filter(key -> key.startsWith("a/")).toList());
  }

  @Test
  void aBriefingsNextRecordBeginsWhenTheOneBeforeIsThrough() {
    CountDownLatch second = new CountDownLatch(1);
    work.run(
        waves(1, "a/1", "a/2"),
        () -> {},
        wave -> {
          if (keysOf(wave).contains("a/2")) {
            second.countDown();
          } else {
            ended.add("the next one has begun: " + begins(second));
          }
        });
    assertThat(ended).containsExactly("the next one has begun: false");
  }

  private static boolean begins(CountDownLatch latch) {
    try {
      return latch.await(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aWaveThatBreaksIsToldWhenTheOthersAreThrough() {
    assertThatThrownBy(() -> work.run(waves(1, "a/1", "b/1", "a/2"), () -> {}, this::breakTheFirst))
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("a/1");
    assertThat(ended).containsExactlyInAnyOrder("b/1", "a/2");
  }

  private void breakTheFirst(List<Slot> wave) {
    if (keysOf(wave).contains("a/1")) {
      throw new IllegalStateException("a/1");
    }
    ended.addAll(keysOf(wave));
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theNextBatchBeginsWhileTheLastWavesOfTheOneBeforeAreUnderWay() {
    CyclicBarrier both = new CyclicBarrier(2);
    CompletableFuture<Void> begun = new CompletableFuture<>();
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () -> work.run(waves(1, "a/1"), () -> begun.complete(null), wave -> meet(both)));
    begun.join();
    work.run(waves(1, "b/1"), () -> {}, wave -> meet(both));
    first.join();
    assertThat(both.isBroken()).isFalse();
  }

  @Test
  void aBriefingsNextRecordWaitsForTheOneInTheBatchBefore() {
    CountDownLatch second = new CountDownLatch(1);
    CompletableFuture<Void> begun = new CompletableFuture<>();
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () ->
                work.run(
                    waves(1, "a/1"),
                    () -> begun.complete(null),
                    wave -> ended.add("the next one has begun: " + begins(second))));
    begun.join();
    work.run(waves(1, "a/2"), () -> {}, wave -> second.countDown());
    first.join();
    assertThat(ended).containsExactly("the next one has begun: false");
  }
}
