package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.kit.record.RecordOutcome;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class HeldTest {

  private static final RecordOutcome AGAIN = new RecordOutcome.FailedForNow("away");

  private final Held held = new Held();

  @Test
  void laterRecordsOfTheBriefingStayBehindOneThatFailedForNow() {
    ended(slot("a/1", 0, 5), AGAIN);

    assertThat(held.before(slot("a/2", 0, 6))).isTrue();
    assertThat(held.before(slot("a/1", 0, 5))).isFalse();
    assertThat(held.before(slot("a/0", 0, 4))).isFalse();
    assertThat(held.before(slot("b/2", 0, 6))).isFalse();
    assertThat(held.before(slot("a/2", 1, 6))).isFalse();
  }

  @Test
  void theyGoOnWhenAllBeforeThemAreThrough() {
    ended(slot("a/1", 0, 5), AGAIN);
    ended(slot("a/2", 0, 6), AGAIN);

    ended(slot("a/1", 0, 5), RecordOutcome.DONE);
    assertThat(held.before(slot("a/3", 0, 7))).isTrue();

    ended(slot("a/2", 0, 6), new RecordOutcome.Rejected("code", "text"));
    assertThat(held.before(slot("a/3", 0, 7))).isFalse();
  }

  @Test
  void whatFailedTwiceIsHeldOnce() {
    ended(slot("a/1", 0, 5), AGAIN);
    ended(slot("a/1", 0, 5), AGAIN);
    ended(slot("a/1", 0, 5), RecordOutcome.DONE);

    assertThat(held.before(slot("a/2", 0, 6))).isFalse();
  }

  private void ended(Slot slot, RecordOutcome how) {
    slot.end(how);
    held.ended(slot);
  }

  private static Slot slot(String key, int partition, long offset) {
    return new Slot(new ConsumerRecord<>("topic", partition, offset, key, new byte[1]));
  }
}
