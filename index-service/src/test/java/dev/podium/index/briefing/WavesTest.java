package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class WavesTest {

  private static final int MANY = 1000;

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

  private static List<String> cut(long bytes, String... keys) {
    return waves(bytes, keys).stream().map(wave -> String.join(" ", keysOf(wave))).toList();
  }

  /** Each record has one byte. */
  static List<List<Slot>> waves(long bytes, String... keys) {
    List<Slot> slots =
        Stream.of(keys)
            .map(key -> new Slot(new ConsumerRecord<>("topic", 0, 0, key, new byte[1])))
            .toList();
    return Waves.cut(slots, bytes);
  }

  static List<String> keysOf(List<Slot> wave) {
    return wave.stream().map(slot -> String.valueOf(slot.consumed().key())).toList();
  }
}
