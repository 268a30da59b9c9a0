package dev.podium.kit.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.topic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration that all services share keeps to the contract. */
class SharedConfigurationTest {

  private static final String CONNECTOR = "mp.messaging.connector.smallrye-kafka.";

  @ParameterizedTest
  @ValueSource(strings = {"fetch.max.bytes", "max.partition.fetch.bytes"})
  void consumersTakeTheLargestRecord(String setting) throws IOException {
    assertThat(shared().getProperty(CONNECTOR + setting))
        .isEqualTo(Integer.toString(Limits.RECORD_BYTES));
  }

  @Test
  void consumersCommitOnlyWhatIsDone() throws IOException {
    Properties shared = shared();
    assertThat(shared.getProperty(CONNECTOR + "enable.auto.commit")).isEqualTo("false");
    assertThat(shared.getProperty(CONNECTOR + "commit-strategy")).isEqualTo("latest");
    assertThat(shared.getProperty(CONNECTOR + "auto.offset.reset")).isEqualTo("earliest");
  }

  private static Properties shared() throws IOException {
    Properties shared = new Properties();
    try (InputStream file =
        SharedConfigurationTest.class.getResourceAsStream(
            "/META-INF/microprofile-config.properties")) {
      shared.load(file);
    }
    return shared;
  }
}
