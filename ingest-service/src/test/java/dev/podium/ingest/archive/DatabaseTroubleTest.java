package dev.podium.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTroubleTest {

  @ParameterizedTest
  @CsvSource({
    "08006, An I/O error occurred, true",
    "53100, could not extend file: No space left on device, true",
    "53300, too many clients, true",
    "57P01, terminating connection due to administrator command, true",
    "57P03, the database system is starting up, true",
    "58030, could not read block, true",
    ", Acquisition timeout while waiting for new connection, true",
    "23505, duplicate key, false",
    "42601, syntax error, false",
    ", who knows, false"
  })
  void whatMayPassIsToldFromWhatIsWrong(String state, String message, boolean passes) {
    SQLException cause = new SQLException(message, state);

    assertThat(DatabaseTrouble.of(new PersistenceException("failed", cause)).isPresent())
        .isEqualTo(passes);
  }

  @Test
  void aFailureOfOurOwnIsNone() {
    assertThat(DatabaseTrouble.of(new IllegalStateException("ours"))).isEmpty();
  }
}
