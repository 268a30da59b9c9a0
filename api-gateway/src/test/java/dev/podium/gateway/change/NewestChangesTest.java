package dev.podium.gateway.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.EventJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestChangesTest {

  private static final List<Change> CHANGES = new Changes("newest").added(10);

  private final ChangeRecord first = at(0, 5);
  private final NewestChanges newest =
      new NewestChanges(new Position(5, 7), 3 * first.bytes() + first.bytes() / 2);

  private static ChangeRecord at(int partition, long offset) {
    byte[] json = EventJson.write(CHANGES.get((int) offset % 10));
    return ChangeRecord.read(partition, offset, 0, json);
  }

  private void add(ChangeRecord... records) {
    for (ChangeRecord one : records) {
      newest.add(one);
      newest.advance(newest.end().with(one.partition(), one.offset() + 1));
    }
  }

  @Test
  void aPartitionIsReadFromAnyOffsetThatIsThere() {
    add(first, at(1, 7), at(0, 6));

    assertThat(newest.read(0, 5, 10).records())
        .extracting(ChangeRecord::offset)
        .containsExactly(5L, 6L);
    assertThat(newest.read(0, 6, 10).end()).isEqualTo(7);
    assertThat(newest.read(0, 5, 1).end()).isEqualTo(6);
    assertThat(newest.read(0, 4, 10)).isNull();
    assertThat(newest.read(0, 70, 10)).isEqualTo(new Chunk(70, 70, 70, true, List.of()));
  }

  @Test
  void theOldestGoFirstAndLeaveAGapForThoseWhoHaveNotSeenThem() {
    long seen = newest.first() - 1;
    add(first, at(1, 7), at(0, 6), at(0, 7), at(1, 8));

    assertThat(newest.after(seen).getKey()).isGreaterThan(seen + 1);
    assertThat(newest.start()).isEqualTo(new Position(6, 8));
    assertThat(newest.read(0, 5, 10)).isNull();
    assertThat(newest.end()).isEqualTo(new Position(8, 9));
  }

  @Test
  void theNewestStaysHoweverLargeItIs() {
    NewestChanges small = new NewestChanges(new Position(5, 7), 1);

    small.add(first);
    small.add(at(0, 6));

    assertThat(small.after(1).getValue().offset()).isEqualTo(6);
    assertThat(small.first()).isEqualTo(2);
  }
}
