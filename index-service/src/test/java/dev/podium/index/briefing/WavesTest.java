package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class WavesTest {

  private static final Executor THREADS = Thread::startVirtualThread;
  private static final int MANY = 1000;
  private static final int MOMENT_MILLIS = 100;

  private final List<String> ended = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aWaveHasNoBriefingTwiceAndNotTooManyBytes() {
    assertThat(cut(2, "a/1", "b/1", "c/1", "d/1")).containsExactly("a/1 b/1", "c/1 d/1");
    assertThat(cut(MANY, "a/1", "b/1", "a/2", "c/1", "a/3"))
        .containsExactly("a/1 b/1", "a/2 c/1", "a/3");
    assertThat(cut(0, "a/1", "b/1")).containsExactly("a/1", "b/1");
    assertThat(cut(MANY)).isEmpty();
  }

  @Test
  void keysThatAreNoneDoNotOvertakeEachOther() {
    assertThat(cut(MANY, "a", "a/1", null, null)).containsExactly("a", "a/1 null", "null");
  }

  @Test
  void wavesThatHaveNothingInCommonAreUnderWayTogether() {
    CyclicBarrier both = new CyclicBarrier(2);
    Waves.run(waves(1, "a/1", "b/1"), 2, THREADS, wave -> meet(both));
    assertThat(both.isBroken()).isFalse();
  }

  @Test
  void aBriefingsRecordsAreIndexedInOrderWhateverIsUnderWay() {
    String[] keys =
        Stream.iterate(0, i -> i + 1)
            .limit(MANY)
            .map(i -> (i % 3 == 0 ? "a" : "b" + i % 7) + '/' + i)
            .toArray(String[]::new);
    Waves.run(waves(2, keys), 4, THREADS, wave -> ended.addAll(keysOf(wave)));
    assertThat(ended).hasSize(MANY);
    assertThat(ended.stream().filter(key -> key.startsWith("a/")))
        .containsExactlyElementsOf(Stream.of(keys).filter(key -> key.startsWith("a/")).toList());
  }

  @Test
  void aBriefingsNextRecordBeginsWhenTheOneBeforeIsThrough() {
    CountDownLatch second = new CountDownLatch(1);
    Waves.run(
        waves(1, "a/1", "a/2"),
        2,
        THREADS,
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
    assertThatThrownBy(
            () -> Waves.run(waves(1, "a/1", "b/1", "a/2"), 2, THREADS, this::breakTheFirst))
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

  private static List<String> cut(long bytes, String... keys) {
    return waves(bytes, keys).stream().map(wave -> String.join(" ", keysOf(wave))).toList();
  }

  /** Each record has one byte. */
  private static List<List<Slot>> waves(long bytes, String... keys) {
    List<Slot> slots =
        Stream.of(keys)
            .map(key -> new Slot(new ConsumerRecord<>("topic", 0, 0, key, new byte[1])))
            .toList();
    return Waves.cut(slots, bytes);
  }

  private static List<String> keysOf(List<Slot> wave) {
    return wave.stream().map(slot -> String.valueOf(slot.consumed().key())).toList();
  }
}
