package dev.podium.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthReasonTest {

  @Test
  void namesTheChecksThatFailAndWhatFailsInThem() {
    String body =
        """
        {"status": "DOWN", "checks": [
          {"name": "publisher", "status": "UP"},
          {"name": "messaging", "status": "DOWN", "data": {"briefings": "[OK]", "pages": "[KO] - no broker"}},
          {"name": "schema", "status": "DOWN", "data": {"reason": "no index"}},
          {"name": "records", "status": "DOWN"}]}
        """;

    String reason = HealthReason.of(503, body);

    assertThat(reason).isEqualTo("messaging: pages [KO] - no broker; schema: no index; records");
  }

  @Test
  void fallsBackToTheStatus() {
    assertThat(HealthReason.of(502, "<html>")).isEqualTo("its readiness answers HTTP 502");
    assertThat(HealthReason.of(503, "{}")).isEqualTo("its readiness answers HTTP 503");
  }
}
