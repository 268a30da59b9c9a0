package dev.podium.index.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BulkPaceTest {

  private static final long MIB = 1024 * 1024;
  private static final Duration PROMPT = Duration.ofSeconds(2);
  private static final Duration QUICK = Duration.ofMillis(50);
  private static final Duration MOMENT = Duration.ofMillis(50);
  private static final Duration SLOW = Duration.ofSeconds(40);

  private final BulkPace pace = new BulkPace(8 * MIB, 4, PROMPT);

  @Test
  void promptAnswersLetMoreBeUnderWayUpToTheMost() {
    assertThat(pace.concurrency()).isEqualTo(1);
    answered(8, QUICK, false);
    assertThat(pace.concurrency()).isEqualTo(2);
    answered(100, QUICK, false);
    assertThat(pace.concurrency()).isEqualTo(4);
    assertThat(pace.bytes()).isEqualTo(8 * MIB);
  }

  @Test
  void aPushBackLeavesOneRequestOfHalfTheSize() {
    answered(100, QUICK, false);
    pace.answered(QUICK, true);
    assertThat(pace.concurrency()).isEqualTo(1);
    assertThat(pace.bytes()).isEqualTo(4 * MIB);
  }

  @Test
  void slowAnswersMakeRequestsSmallerDownToTheSmallest() {
    answered(100, QUICK, false);
    pace.answered(SLOW, false);
    assertThat(pace.concurrency()).isEqualTo(3);
    answered(100, SLOW, false);
    assertThat(pace.concurrency()).isEqualTo(1);
    assertThat(pace.bytes()).isEqualTo(256 * 1024);
    pace.answered(QUICK, false);
    assertThat(pace.bytes()).isEqualTo(256 * 1024 + MIB);
  }

  @Test
  void nothingIsEverLargerThanTheLargest() {
    BulkPace small = new BulkPace(1000, 1, PROMPT);
    small.answered(SLOW, true);
    assertThat(small.bytes()).isEqualTo(1000);
    small.answered(QUICK, false);
    assertThat(small.bytes()).isEqualTo(1000);
  }

  @Test
  void noMoreAreUnderWayThanMayBe() throws InterruptedException {
    pace.begin();
    Thread second = Thread.ofVirtual().start(this::begin);
    assertThat(second.join(MOMENT)).isFalse();
    pace.answered(QUICK, false);
    assertThat(second.join(PROMPT)).isTrue();
  }

  private void begin() {
    try {
      pace.begin();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answered(int times, Duration time, boolean pushedBack) {
    for (int i = 0; i < times; i++) {
      pace.answered(time, pushedBack);
    }
  }
}
