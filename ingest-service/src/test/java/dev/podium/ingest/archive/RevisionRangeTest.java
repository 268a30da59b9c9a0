package dev.podium.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.kit.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionRangeTest {

  @ParameterizedTest
  @CsvSource({
    ", , 1970-01-01T00:00:00Z, 9999-12-31T00:00:00Z",
    "2026-03-01, 2026-03-01, 2026-03-01T00:00:00Z, 2026-03-02T00:00:00Z",
    "2026-03-01T08:30:00+08:00, 2026-03-01T00:30:00.001Z, 2026-03-01T00:30:00Z, 2026-03-01T00:30:00.001Z",
    "' ', 2026-03-01, 1970-01-01T00:00:00Z, 2026-03-02T00:00:00Z",
    "0001-01-01, 9999-12-31, 0001-01-01T00:00:00Z, +10000-01-01T00:00:00Z"
  })
  void daysAreWholeAndTimesExact(String from, String to, Instant start, Instant end) {
    assertThat(RevisionRange.parse("s", from, to)).isEqualTo(new RevisionRange("s", start, end));
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday, , from: \"yesterday\"",
    ", 2026-13-01, to: \"2026-13-01\"",
    ", 2026-03-01T08:30, to: \"2026-03-01T08:30\"",
    "-999999999-01-01T00:00:00Z, , from: \"-999999999",
    ", +999999999-12-31T23:59:59Z, to: \"+999999999",
    ", +12026-03-1, to: \"+12026-03-1\"",
    "2026-03-02, 2026-03-01, from 2026-03-02 is not before to 2026-03-01"
  })
  void whatIsWrongIsNamed(String from, String to, String named) {
    assertThatThrownBy(() -> RevisionRange.parse(null, from, to))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(named);
  }
}
