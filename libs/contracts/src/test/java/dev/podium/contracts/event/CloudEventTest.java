package dev.podium.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventTest {

  private static final CloudEvent EVENT =
      new CloudEvent(
          CloudEvent.BRIEFING_TYPE,
          CloudEvent.sourceOf("mfa-cn-fr"),
          "abcdefghijklmnop",
          "abcdefghijklmnop/1488357000000001",
          Instant.parse("2017-03-01T08:30:00Z"),
          "application/json");

  @Test
  void writesTheAttributesOfTheKafkaBindingInAFixedOrder() {
    assertThat(EVENT.toHeaders())
        .containsExactly(
            Map.entry("ce_specversion", "1.0"),
            Map.entry("ce_type", "briefing.briefing.v1"),
            Map.entry("ce_source", "/sources/mfa-cn-fr"),
            Map.entry("ce_subject", "abcdefghijklmnop"),
            Map.entry("ce_id", "abcdefghijklmnop/1488357000000001"),
            Map.entry("ce_time", "2017-03-01T08:30:00.000Z"),
            Map.entry("content-type", "application/json"));
  }

  @Test
  void readsWhatItWrote() {
    assertThat(CloudEvent.fromHeaders(EVENT.toHeaders(), CloudEvent.BRIEFING_TYPE))
        .isEqualTo(EVENT);
  }

  @Test
  void readsAnEventWithoutContentTypeAndWithOthersHeaders() {
    Map<String, String> headers = EVENT.toHeaders();
    headers.remove("content-type");
    headers.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    headers.put("ce_later", "unknown");

    CloudEvent event = CloudEvent.fromHeaders(headers, CloudEvent.BRIEFING_TYPE);

    assertThat(event.contentType()).isNull();
    assertThat(event.id()).isEqualTo(EVENT.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"specversion", "type", "source", "subject", "id", "time"})
  void namesAMissingAttribute(String attribute) {
    Map<String, String> missing = EVENT.toHeaders();
    missing.remove(CloudEvent.header(attribute));
    Map<String, String> empty = EVENT.toHeaders();
    empty.put(CloudEvent.header(attribute), "");

    assertRefused(missing, "header ce_" + attribute + " is missing");
    assertRefused(empty, "header ce_" + attribute + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion, 0.3, header ce_specversion is 0.3",
    "ce_specversion, 1.0.2, header ce_specversion is 1.0.2",
    "ce_type, briefing.page.v1, 'header ce_type is briefing.page.v1, not briefing.briefing.v1'",
    "ce_type, briefing.briefing.v2, header ce_type is briefing.briefing.v2",
    "ce_time, yesterday, header ce_time is no RFC 3339 time",
    "ce_time, 2017-03-01, header ce_time is no RFC 3339 time",
    "ce_time, 2017-02-30T00:00:00Z, header ce_time is no RFC 3339 time",
    "ce_time, 1488357000000, header ce_time is no RFC 3339 time"
  })
  void namesAWrongAttributeAndItsValue(String header, String value, String message) {
    Map<String, String> headers = EVENT.toHeaders();
    headers.put(header, value);

    assertRefused(headers, message);
  }

  @Test
  void refusesARecordWithoutHeaders() {
    assertRefused(Map.of(), "header ce_specversion is missing");
  }

  private static void assertRefused(Map<String, String> headers, String message) {
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> CloudEvent.fromHeaders(headers, CloudEvent.BRIEFING_TYPE))
        .withMessageContaining(message);
  }
}
