package dev.podium.kit.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.page.PageEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another implementation of CloudEvents reads our records. */
class CloudEventsConformityTest {

  @Test
  void aPageIsABinaryModeCloudEvent() {
    PageEvent page =
        new PageEvent(
            "mfa-cn-fr",
            "mfa-cn",
            "regular",
            "fr",
            null,
            "Asia/Shanghai",
            "abcdefghijklmnop",
            3,
            PageEvent.State.PRESENT,
            Instant.parse("2024-03-20T08:00:00.123Z"),
            "https://www.example.org/a",
            200,
            "\"x\"",
            null,
            "text/html; charset=UTF-8",
            "UTF-8",
            "00ff",
            List.of());
    byte[] body = "<p>Q : …</p>".getBytes(StandardCharsets.UTF_8);
    var outgoing = RecordHeaders.producerRecord("t", "k", body, page.toHeaders());

    try (CloudEventDeserializer reader = new CloudEventDeserializer()) {
      var event = reader.deserialize("t", outgoing.headers(), body);

      assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
      assertThat(event.getId()).isEqualTo("abcdefghijklmnop/3");
      assertThat(event.getType()).isEqualTo("briefing.page.v1");
      assertThat(event.getSource()).hasToString("/sources/mfa-cn-fr");
      assertThat(event.getSubject()).isEqualTo("abcdefghijklmnop");
      assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2024-03-20T08:00:00.123Z"));
      assertThat(event.getDataContentType()).isEqualTo("text/html; charset=UTF-8");
      assertThat(event.getExtension("timezone")).isEqualTo("Asia/Shanghai");
      assertThat(event.getExtensionNames()).doesNotContain("dialect", "lastmodified");
      assertThat(event.getData().toBytes()).isEqualTo(body);
    }
    assertThat(PageEvent.fromHeaders(RecordHeaders.read(outgoing.headers()))).isEqualTo(page);
  }
}
