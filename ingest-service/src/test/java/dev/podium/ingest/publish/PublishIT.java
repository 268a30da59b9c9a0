package dev.podium.ingest.publish;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.contracts.briefing.Rejection;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.page.PageEvent;
import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.contracts.topic.Topics;
import dev.podium.ingest.Briefings;
import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import dev.podium.ingest.Topic;
import dev.podium.kit.record.RecordHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@IngestTest
class PublishIT {

  @Test
  void revisionsGetToKafkaInOrderWithTheirFactsAndBytes() {
    String url = url();
    for (int i = 1; i <= 20; i++) {
      send(url, "<p>Q : " + i + " ?</p>");
    }
    List<ConsumerRecord<String, byte[]>> records = published(url, 20);
    assertThat(records).hasSize(20);
    List<PageEvent> events = records.stream().map(PublishIT::event).toList();
    assertThat(events.stream().map(PageEvent::revision))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
    assertThat(events).isSortedAccordingTo((a, b) -> a.fetchedAt().compareTo(b.fetchedAt()));
    PageEvent first = events.getFirst();
    assertThat(first.pageId()).isEqualTo(PageIds.of(url));
    assertThat(first.source()).isEqualTo("mfa-cn-fr");
    assertThat(first.dialect()).isEqualTo("mfa-cn-fr");
    assertThat(first.state()).isEqualTo(PageEvent.State.PRESENT);
    assertThat(first.contentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat(new String(records.getFirst().value(), StandardCharsets.UTF_8))
        .isEqualTo("<p>Q : 1 ?</p>");
    assertThat(records.getFirst().headers().lastHeader(CloudEvent.TRACEPARENT)).isNotNull();
  }

  @Test
  void outcomesAreReadBackAndFailuresOutrankTheSuccessBefore() {
    String url = url();
    send(url, "<p>1</p>");
    send(url, "<p>2</p>");
    send(url, "<p>3</p>");
    List<ConsumerRecord<String, byte[]>> pages = published(url, 3);
    PageEvent first = event(pages.get(0));
    PageEvent second = event(pages.get(1));
    Topic.write(
        List.of(
            new ProducerRecord<>(Topics.BRIEFINGS, "garbage", new byte[] {1, 2, 3}),
            new ProducerRecord<>(Topics.PAGES_DEAD_LETTERS, "garbage", new byte[] {1, 2, 3}),
            Briefings.told(first, null),
            Briefings.told(second, new Rejection("no-turns", "no question and no answer")),
            deadLetter(pages.get(2))));
    Eventually.holds(
        () ->
            given()
                .get("/v1/pages/" + PageIds.of(url))
                .then()
                .body(
                    "revisions.outcome.code",
                    equalTo(List.of("dead_letter", "rejected", "briefing")))
                .body("revisions[0].outcome.text", equalTo("could not be read: no charset"))
                .body(
                    "revisions[1].outcome.text", equalTo("no briefing: no question and no answer"))
                .body("revisions[2].charset", equalTo("GB18030")));
    Topic.write(List.of(incomplete(first)));
    Topic.write(List.of(Briefings.told(first, null)));
    Eventually.holds(
        () ->
            given()
                .get("/v1/pages/" + PageIds.of(url))
                .then()
                .body("revisions[2].outcome.code", equalTo("incomplete")));
  }

  private static ProducerRecord<String, byte[]> incomplete(PageEvent page) {
    return RecordHeaders.producerRecord(
        Topics.BRIEFINGS_DEAD_LETTERS,
        page.pageId(),
        EventJson.write(Briefings.of(page, null)),
        Map.of(
            DeadLetterHeaders.TEXT, "too long", DeadLetterHeaders.EXCHANGES, "aaaaaaaaaaaaaaaa"));
  }

  private static ProducerRecord<String, byte[]> deadLetter(ConsumerRecord<String, byte[]> page) {
    Map<String, String> headers = new HashMap<>(RecordHeaders.read(page.headers()));
    headers.put(DeadLetterHeaders.TEXT, "no charset");
    return RecordHeaders.producerRecord(
        Topics.PAGES_DEAD_LETTERS, page.key(), page.value(), headers);
  }

  private static List<ConsumerRecord<String, byte[]>> published(String url, int count) {
    return Topic.await(Topics.PAGES, count, found -> url.equals(found.key()));
  }

  private static PageEvent event(ConsumerRecord<String, byte[]> page) {
    return PageEvent.fromHeaders(RecordHeaders.read(page.headers()));
  }

  private static void send(String url, String body) {
    given()
        .header("Content-Type", "text/html; charset=UTF-8")
        .header("Content-Location", url)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/v1/pages?source=mfa-cn-fr")
        .then()
        .statusCode(202);
  }

  private static String url() {
    return "https://www.fmprc.gov.cn/fra/xwfw/" + UUID.randomUUID() + ".html";
  }
}
