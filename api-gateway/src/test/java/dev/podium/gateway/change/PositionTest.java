package dev.podium.gateway.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

  @Test
  void isWrittenAsItIsRead() throws PositionException {
    assertThat(Position.parse("0:17,1:9", 2)).hasToString("0:17,1:9");
    assertThat(Position.parse("1:9,0:17", 2)).isEqualTo(new Position(17, 9));
  }

  @Test
  void aPartitionThatIsNotNamedIsReadFromItsBeginning() throws PositionException {
    assertThat(Position.parse("1:9", 3)).hasToString("0:0,1:9,2:0");
  }

  @Test
  void isBeyondWhereOnePartitionIs() {
    assertThat(new Position(1, 3).isBeyond(new Position(2, 2))).isTrue();
    assertThat(new Position(2, 2).isBeyond(new Position(2, 2))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "0:17,2:1|there is no partition 2; they are 0 to 1",
        "0:17,0:18|the partition 0 is named twice",
        "0:-1|'0:-1' is no partition and offset",
        "0:1,|'' is no partition and offset",
        "0|'0' is no partition and offset",
        "0:9999999999999999999|'0:9999999999999999999' is no partition",
        "00000:1|'00000:1' is no partition",
        "x:1|'x:1' is no partition and offset"
      })
  void saysWhatIsWrong(String text, String reason) {
    assertThatThrownBy(() -> Position.parse(text, 2))
        .isInstanceOf(PositionException.class)
        .hasMessageContaining(reason);
  }
}
