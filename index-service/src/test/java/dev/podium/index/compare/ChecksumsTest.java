package dev.podium.index.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.podium.contracts.event.EventJson;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ChecksumsTest {

  @Test
  void theOrderOfPropertiesDoesNotCount() {
    assertThat(of("{\"id\": \"a\", \"exchange\": {\"x\": [1, 2], \"y\": null}}"))
        .isEqualTo(of("{\"exchange\": {\"y\": null, \"x\": [1, 2]}, \"id\": \"a\"}"));
  }

  @Test
  void everyValueCountsAndTheOrderOfLists() {
    assertThat(of("{\"exchange\": {\"x\": [1, 2]}}"))
        .isNotEqualTo(of("{\"exchange\": {\"x\": [2, 1]}}"))
        .isNotEqualTo(of("{\"exchange\": {\"x\": [1, 3]}}"))
        .isNotEqualTo(of("{\"exchange\": {\"z\": [1, 2]}}"));
  }

  @Test
  void theTimeOfARepeatDoesNotCountNorWhatStayedOut() {
    assertThat(of("{\"id\": \"a\", \"recordedAt\": \"2026-01-01T00:00:00.000Z\"}"))
        .isEqualTo(of("{\"id\": \"a\", \"recordedAt\": \"2026-02-01T00:00:00.000Z\"}"))
        .isEqualTo(of("{\"id\": \"a\", \"incomplete\": [\"b\"]}"));
  }

  private static BigInteger of(String json) {
    try {
      return Checksums.of(EventJson.MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
