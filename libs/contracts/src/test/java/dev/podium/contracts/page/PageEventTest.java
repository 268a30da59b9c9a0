package dev.podium.contracts.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.event.MalformedEventException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageEventTest {

  private static final PageEvent PRESENT =
      new PageEvent(
          "mfa-cn-fr",
          "mfa-cn",
          "regular",
          "fr",
          "mfa-cn-fr",
          "Asia/Shanghai",
          "abcdefghijklmnop",
          3,
          PageEvent.State.PRESENT,
          Instant.parse("2017-03-01T08:30:00.007Z"),
          "https://www.fmprc.gov.cn/fra/t1.shtml",
          200,
          "W/\"é-1\"",
          "Wed, 01 Mar 2017 08:00:00 GMT",
          "text/html; charset=GB18030",
          "GB18030",
          "00".repeat(32),
          List.of(
              new Erased(
                  "bbbbbbbbbbbbbbbb",
                  "court-order",
                  Instant.ofEpochMilli(1_488_000_000_123L),
                  "cccccccccccccccc")));

  private static PageEvent bare(PageEvent.State state) {
    return new PageEvent(
        "mfa-cn-fr",
        "mfa-cn",
        "regular",
        "fr",
        null,
        "UTC",
        "abcdefghijklmnop",
        1,
        state,
        Instant.parse("2017-03-01T08:30:00Z"),
        "https://www.fmprc.gov.cn/fra/t1.shtml",
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  @Test
  void writesEveryFact() {
    assertThat(PRESENT.toHeaders())
        .containsOnly(
            Map.entry("ce_specversion", "1.0"),
            Map.entry("ce_type", "briefing.page.v1"),
            Map.entry("ce_source", "/sources/mfa-cn-fr"),
            Map.entry("ce_subject", "abcdefghijklmnop"),
            Map.entry("ce_id", "abcdefghijklmnop/3"),
            Map.entry("ce_time", "2017-03-01T08:30:00.007Z"),
            Map.entry("content-type", "text/html; charset=GB18030"),
            Map.entry("ce_sourceid", "mfa-cn-fr"),
            Map.entry("ce_organisation", "mfa-cn"),
            Map.entry("ce_series", "regular"),
            Map.entry("ce_language", "fr"),
            Map.entry("ce_dialect", "mfa-cn-fr"),
            Map.entry("ce_timezone", "Asia/Shanghai"),
            Map.entry("ce_pageid", "abcdefghijklmnop"),
            Map.entry("ce_revision", "3"),
            Map.entry("ce_state", "present"),
            Map.entry("ce_fetchedat", "2017-03-01T08:30:00.007Z"),
            Map.entry("ce_finalurl", "https://www.fmprc.gov.cn/fra/t1.shtml"),
            Map.entry("ce_httpstatus", "200"),
            Map.entry("ce_etag", "W/\"é-1\""),
            Map.entry("ce_lastmodified", "Wed, 01 Mar 2017 08:00:00 GMT"),
            Map.entry("ce_charset", "GB18030"),
            Map.entry("ce_sha256", "00".repeat(32)),
            Map.entry("ce_erased", "cccccccccccccccc:bbbbbbbbbbbbbbbb:court-order:1488000000123"));
  }

  @Test
  void attributeNamesAreWhatCloudEventsAllows() {
    assertThat(PRESENT.toHeaders().keySet())
        .filteredOn(name -> name.startsWith("ce_"))
        .allMatch(name -> name.substring(3).matches("[a-z0-9]{1,20}"));
  }

  @Test
  void readsWhatItWrote() {
    assertThat(PageEvent.fromHeaders(PRESENT.toHeaders())).isEqualTo(PRESENT);
  }

  @ParameterizedTest
  @EnumSource(PageEvent.State.class)
  void readsAnEventWithoutOptionalFacts(PageEvent.State state) {
    PageEvent event = bare(state);

    assertThat(event.toHeaders()).doesNotContainValue(null);
    assertThat(PageEvent.fromHeaders(event.toHeaders())).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_specversion",
        "ce_type",
        "ce_source",
        "ce_subject",
        "ce_id",
        "ce_time",
        "ce_sourceid",
        "ce_organisation",
        "ce_series",
        "ce_language",
        "ce_timezone",
        "ce_pageid",
        "ce_revision",
        "ce_state",
        "ce_fetchedat",
        "ce_finalurl"
      })
  void namesAMissingHeader(String header) {
    Map<String, String> headers = PRESENT.toHeaders();
    headers.remove(header);

    assertRefused(headers, "header " + header + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "ce_type, briefing.change.v1, 'header ce_type is briefing.change.v1, not briefing.page.v1'",
    "ce_timezone, Asia/Atlantis, header ce_timezone is no time zone: Asia/Atlantis",
    "ce_timezone, x y, header ce_timezone is no time zone",
    "ce_revision, three, header ce_revision is no number: three",
    "ce_revision, 1.5, header ce_revision is no number",
    "ce_revision, 2147483648, header ce_revision is no number",
    "ce_revision, 0, 'header ce_revision is 0, not 1 or more'",
    "ce_revision, -1, 'header ce_revision is -1, not 1 or more'",
    "ce_httpstatus, OK, header ce_httpstatus is no number: OK",
    "ce_state, PRESENT, 'header ce_state is PRESENT, not present, gone or erased'",
    "ce_state, lost, header ce_state is lost",
    "ce_fetchedat, today, header ce_fetchedat is no RFC 3339 time in UTC: today"
  })
  void namesAWrongHeaderAndItsValue(String header, String value, String message) {
    Map<String, String> headers = PRESENT.toHeaders();
    headers.put(header, value);

    assertRefused(headers, message);
  }

  private static void assertRefused(Map<String, String> headers, String message) {
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> PageEvent.fromHeaders(headers))
        .withMessageContaining(message);
  }
}
