package dev.podium.bench.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsAreAsWideAsWhatTheyHold() {
    Table table = new Table("set", "pages/s").row("white-house", "9").row("all", "12345678");

    assertThat(table.lines())
        .containsExactly(
            "set            pages/s", //
            "white-house          9",
            "all           12345678");
  }

  @Test
  void aRowHasACellForEachHead() {
    Table table = new Table("set", "pages/s");

    assertThatThrownBy(() -> table.row("all"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 cells for 2 heads");
  }
}
