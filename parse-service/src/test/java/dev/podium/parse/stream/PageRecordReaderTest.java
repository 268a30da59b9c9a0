package dev.podium.parse.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.page.PageEvent;
import dev.podium.contracts.topic.Limits;
import dev.podium.contracts.topic.Topics;
import dev.podium.kit.record.RecordHeaders;
import dev.podium.parse.Pages;
import dev.podium.parse.briefing.ParserFiles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PageRecordReaderTest {

  private static final String URL = "https://www.fmprc.gov.cn/fra/page.html";

  private final PageRecordReader reader =
      new PageRecordReader(
          ParserFiles.read(null, null), new ParseMetrics(new SimpleMeterRegistry()));

  private static ConsumerRecord<String, byte[]> record(byte[] body) {
    ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(Topics.PAGES, 0, 0, URL, body);
    Pages.event(URL, PageEvent.State.PRESENT, Pages.FETCHED, body)
        .toHeaders()
        .forEach((key, value) -> RecordHeaders.put(record.headers(), key, value));
    return record;
  }

  @Test
  void aPageBecomesTheRecordOfItsBriefing() {
    PageReading reading = reader.read(record(Pages.french(1)));

    assertThat(reading).isInstanceOf(PageReading.Read.class);
  }

  /** What is said stands in the event twice, and JSON writes a quote as two characters. */
  @Test
  void aBriefingThatNoBrokerTakesIsRefusedAtOnce() {
    String page = "<div id=News_Body_Txt_A><p>Q : oui ?<p>R : " + "\"".repeat(10_000_000);

    PageReading reading = reader.read(record(page.getBytes(StandardCharsets.UTF_8)));

    assertThat(reading)
        .isInstanceOfSatisfying(
            PageReading.Unreadable.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("briefing-too-large");
              assertThat(refused.text()).contains(String.valueOf(Limits.RECORD_BYTES));
            });
  }
}
