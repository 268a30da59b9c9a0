package dev.podium.parse.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Suppression;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.BriefingKey;
import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.page.PageEvent;
import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.contracts.topic.Topics;
import dev.podium.kit.record.RecordHeaders;
import dev.podium.local.server.LocalServers;
import dev.podium.parse.Pages;
import dev.podium.parse.ParseTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** From the pages' topic to the briefings' topic, on a real broker. */
@ParseTest
class PagesToBriefingsIT {

  private static final Duration GENEROUS = Duration.ofSeconds(90);
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final String url = "https://www.fmprc.gov.cn/fra/" + UUID.randomUUID() + ".html";
  private final String id = PageIds.of(url);

  @Test
  void aPageBecomesABriefingWithItsHeadersAndItsTrace() {
    byte[] body = Pages.french(3);
    PageEvent event = Pages.event(url, PageEvent.State.PRESENT, Pages.FETCHED, body);
    ProducerRecord<String, byte[]> page = page(event, body);
    RecordHeaders.put(
        page.headers(), CloudEvent.TRACEPARENT, "00-" + TRACE + "-b7ad6b7169203331-01");

    send(List.of(page));

    ConsumerRecord<String, byte[]> found = briefings(1).getFirst();
    Briefing briefing = EventJson.read(found.value(), Briefing.class);
    assertThat(briefing.date()).isEqualTo("2026-03-02");
    assertThat(briefing.publishedAt()).isEqualTo("2026-03-03T10:15+08:00");
    assertThat(briefing.exchanges()).hasSize(4);
    assertThat(briefing.exchanges().get(1).question().text())
        .isEqualTo("La question numéro 1 est posée ?");
    assertThat(briefing.exchanges().get(1).answer().text())
        .isEqualTo("Voici la réponse numéro 1.\nElle va loin.");
    assertThat(found.key()).isEqualTo(id + "/" + briefing.version());
    Map<String, String> headers = RecordHeaders.read(found.headers());
    assertThat(headers)
        .containsEntry("ce_type", CloudEvent.BRIEFING_TYPE)
        .containsEntry("ce_source", "/sources/mfa-cn-fr")
        .containsEntry("ce_subject", id)
        .containsEntry("ce_id", found.key())
        .containsEntry("ce_time", "2026-03-02T09:00:00.123Z")
        .containsEntry(CloudEvent.VERSION, Long.toString(briefing.version()));
    assertThat(headers.get(CloudEvent.TRACEPARENT)).startsWith("00-" + TRACE + "-");
  }

  @Test
  void redeliveryGivesTheSameBytesAndTheOrderOfAKeyIsKept() {
    List<ProducerRecord<String, byte[]>> pages = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      byte[] body = Pages.french(i);
      Instant fetchedAt = Pages.FETCHED.plusSeconds(i);
      pages.add(page(Pages.event(url, PageEvent.State.PRESENT, fetchedAt, body), body));
    }

    send(pages);
    send(pages);

    List<ConsumerRecord<String, byte[]>> found = briefings(10);
    assertThat(found.subList(0, 5)).extracting(ConsumerRecord::key).isSorted();
    for (int i = 0; i < 5; i++) {
      assertThat(found.get(i + 5).key()).isEqualTo(found.get(i).key());
      assertThat(found.get(i + 5).value()).isEqualTo(found.get(i).value());
    }
  }

  @Test
  void aPageThatIsGoneGivesABriefingThatSaysSo() {
    send(List.of(page(Pages.event(url, PageEvent.State.GONE, Pages.FETCHED, null), null)));

    Briefing briefing = EventJson.read(briefings(1).getFirst().value(), Briefing.class);

    assertThat(briefing.state()).isEqualTo(Briefing.State.GONE);
    assertThat(briefing.title()).isNull();
    assertThat(briefing.exchanges()).isEmpty();
    assertThat(briefing.rejection()).isNull();
  }

  @Test
  void aShellIsRejectedAndThatIsABriefingToo() {
    byte[] body =
        "<html><body><h1>Porte-parole</h1><div id=\"News_Body_Txt_A\"></div></body></html>"
            .getBytes(StandardCharsets.UTF_8);

    send(List.of(page(Pages.event(url, PageEvent.State.PRESENT, Pages.FETCHED, body), body)));

    Briefing briefing = EventJson.read(briefings(1).getFirst().value(), Briefing.class);
    assertThat(briefing.rejection().code()).isEqualTo("no-transcript");
    assertThat(briefing.exchanges()).extracting(Exchange::id).isEmpty();
  }

  @Test
  void garbageBecomesADeadLetterAndTheNextPageFlows() {
    byte[] body = Pages.french(1);
    ProducerRecord<String, byte[]> garbage =
        new ProducerRecord<>(Topics.PAGES, url, new byte[] {1, 2, 3});
    PageEvent event = Pages.event(url, PageEvent.State.PRESENT, Pages.FETCHED, body);

    send(List.of(garbage, page(event, body)));

    assertThat(briefings(1)).hasSize(1);
    ConsumerRecord<String, byte[]> letter =
        read(Topics.PAGES_DEAD_LETTERS, found -> url.equals(found.key()), 1).getFirst();
    assertThat(RecordHeaders.read(letter.headers()))
        .containsEntry(DeadLetterHeaders.CODE, "malformed-page")
        .containsEntry(DeadLetterHeaders.TEXT, "header ce_specversion is missing");
    assertThat(letter.value()).containsExactly(1, 2, 3);
    String id = "parse-" + letter.partition() + '-' + letter.offset();
    given()
        .get("/v1/dead-letters/" + id)
        .then()
        .statusCode(200)
        .body("letter.code", equalTo("malformed-page"))
        .body("record.key", equalTo(url))
        .body("record.base64", nullValue())
        .body("record.value", equalTo("\u0001\u0002\u0003"));
    given()
        .post("/v1/dead-letters/replay?service=parse&id=" + id)
        .then()
        .statusCode(200)
        .body("matched", equalTo(1))
        .body("rejected", equalTo(1));
    assertThat(read(Topics.PAGES_DEAD_LETTERS, found -> url.equals(found.key()), 3))
        .extracting(ConsumerRecord::value)
        .containsExactly(new byte[] {1, 2, 3}, new byte[] {1, 2, 3}, null);
  }

  @Test
  void anErasedPageIsLeftToWhoeverErases() {
    byte[] body = Pages.french(1);
    ProducerRecord<String, byte[]> erased =
        page(Pages.event(url, PageEvent.State.ERASED, Pages.FETCHED, null), null);
    PageEvent later = Pages.event(url, PageEvent.State.PRESENT, Pages.FETCHED.plusSeconds(1), body);

    send(List.of(erased, page(later, body)));

    Briefing briefing = EventJson.read(briefings(1).getFirst().value(), Briefing.class);
    assertThat(briefing.state()).isEqualTo(Briefing.State.PRESENT);
  }

  @Test
  void anExchangeThatWasErasedIsLeftOut() {
    byte[] body = Pages.french(2);
    PageEvent whole = Pages.event(url, PageEvent.State.PRESENT, Pages.FETCHED, body);
    send(List.of(page(whole, body)));
    Briefing before = EventJson.read(briefings(1).getFirst().value(), Briefing.class);
    Exchange out = before.exchanges().get(1);
    Erased erased = new Erased(id, "court-order", Instant.ofEpochMilli(1), out.id());
    Erased elsewhere = new Erased(id, "court-order", Instant.ofEpochMilli(1), "a".repeat(16));
    Map<String, String> headers = whole.toHeaders();
    headers.put(CloudEvent.header("erased"), Erased.write(List.of(erased, elsewhere)));

    send(List.of(RecordHeaders.producerRecord(Topics.PAGES, url, body, headers)));

    Briefing after = EventJson.read(briefings(2).getLast().value(), Briefing.class);
    assertThat(after.version()).isEqualTo(before.version());
    assertThat(after.erased()).containsExactly(erased);
    assertThat(after).isEqualTo(Suppression.without(before, List.of(erased)));
    assertThat(new String(briefings(2).getLast().value(), StandardCharsets.UTF_8))
        .doesNotContain(out.question().text());
  }

  private ProducerRecord<String, byte[]> page(PageEvent event, byte[] body) {
    return RecordHeaders.producerRecord(Topics.PAGES, url, body, event.toHeaders());
  }

  private static void send(List<ProducerRecord<String, byte[]>> records) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(broker(), new StringSerializer(), new ByteArraySerializer())) {
      for (ProducerRecord<String, byte[]> outgoing : records) {
        var unused = producer.send(outgoing);
      }
    }
  }

  private List<ConsumerRecord<String, byte[]>> briefings(int expected) {
    return read(
        Topics.BRIEFINGS,
        found -> BriefingKey.parse(found.key()).briefingId().equals(id),
        expected);
  }

  private static List<ConsumerRecord<String, byte[]>> read(
      String topic, Predicate<ConsumerRecord<String, byte[]>> wanted, int expected) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(broker(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic, GENEROUS).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = System.nanoTime() + GENEROUS.toNanos();
      while (found.size() < expected && System.nanoTime() < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                one -> {
                  if (wanted.test(one)) {
                    found.add(one);
                  }
                });
      }
    }
    assertThat(found).as("records of " + topic).hasSize(expected);
    return found;
  }

  private static Map<String, Object> broker() {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", LocalServers.kafka().bootstrapServers());
    return config;
  }
}
