package dev.podium.index.briefing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.contracts.topic.Topics;
import dev.podium.index.Documents;
import dev.podium.index.IndexTest;
import dev.podium.index.Sample;
import dev.podium.index.TestElasticsearch;
import dev.podium.index.Topic;
import dev.podium.kit.record.RecordHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records that can never be indexed, in the middle of many that can. */
@IndexTest
class PoisonIT {

  private static final int BEFORE = 40;
  private static final int AFTER = 40;
  private static final int LONGER_THAN_A_TERM = 33_000;
  private static final int LONGER_THAN_A_STRING = 21_000_000;

  private final String run = UUID.randomUUID().toString();

  @BeforeAll
  static void elasticsearchRuns() {
    TestElasticsearch.running();
  }

  @Test
  void invalidJson() {
    refused(record(sample().present(), "{\"id\":"), "malformed-briefing", "not a Briefing");
  }

  @Test
  void aFieldOfTheWrongType() {
    refused(
        changed(json -> ((ObjectNode) json.at("/exchanges/0")).put("ordinal", "first")),
        "malformed-briefing",
        "ordinal");
  }

  @Test
  void aListWithNull() {
    refused(
        changed(json -> json.withArray("exchanges").addNull()),
        "malformed-briefing",
        "a list has null");
  }

  @Test
  void aVersionOfTheSchemaThatIsNotKnown() {
    ProducerRecord<String, byte[]> other = Topic.toRecord(sample().present());
    RecordHeaders.put(other.headers(), CloudEvent.header("type"), "briefing.briefing.v2");

    refused(other, "malformed-briefing", "briefing.briefing.v2");
  }

  @Test
  void aRecordWithoutHeaders() {
    ProducerRecord<String, byte[]> good = Topic.toRecord(sample().present());

    refused(
        new ProducerRecord<>(good.topic(), good.key(), good.value()),
        "malformed-briefing",
        "ce_specversion is missing");
  }

  @Test
  void halfACharacterIsTakenAsItIs() {
    Briefing briefing = sample().present();
    String json = new String(EventJson.write(briefing), StandardCharsets.UTF_8);

    amongGoodOnes(record(briefing, json.replace("Non.", "N\\ud800n.")));

    assertThat(count("exchanges", "briefing.id", briefing.id())).isOne();
  }

  @Test
  void aDayThatNoCalendarShows() {
    refused(
        changed(json -> json.put("publishedOn", "+12026-03-13")),
        "malformed-briefing",
        "publishedOn");
  }

  @Test
  void aTextThatIsTooLarge() {
    refused(
        changed(
            json ->
                ((ObjectNode) json.at("/exchanges/0/answer"))
                    .put("text", "x".repeat(LONGER_THAN_A_STRING))),
        "malformed-briefing",
        "length");
  }

  @Test
  void aKeywordOfTheBriefingThatIsTooLong() {
    Briefing bad = sample().series("x".repeat(LONGER_THAN_A_TERM)).present();

    Map<String, String> letter = letterOf(amongGoodOnes(Topic.toRecord(bad)));

    assertThat(letter).containsEntry(DeadLetterHeaders.CODE, "briefing-not-indexable");
    assertThat(letter.get(DeadLetterHeaders.TEXT))
        .contains("series")
        .containsPattern("; [a-z]+-\\d+ has definition \\d+$");
    nothingIsThere();
  }

  @Test
  void aKeywordOfAnExchangeThatIsTooLong() {
    Briefing bad = sample().outlet("x".repeat(LONGER_THAN_A_TERM)).asked("Et ?", "Non.").present();

    Map<String, String> letter = letterOf(amongGoodOnes(Topic.toRecord(bad)));

    assertThat(letter)
        .containsEntry(DeadLetterHeaders.CODE, "exchange-not-indexable")
        .containsEntry(DeadLetterHeaders.EXCHANGES, bad.exchanges().get(1).id());
    assertThat(letter.get(DeadLetterHeaders.TEXT))
        .contains("outlets")
        .containsPattern("; exchanges-\\d+ has definition \\d+$");
    assertThat(Documents.get("briefings", bad.id()).path("incomplete").toString())
        .isEqualTo("[\"" + bad.exchanges().get(1).id() + "\"]");
    assertThat(count("exchanges", "briefing.id", bad.id())).isOne();
  }

  @Test
  void aRecordOfTenMegabytesIsIndexed() {
    Briefing briefing = large(100);
    ProducerRecord<String, byte[]> record = Topic.toRecord(briefing);
    assertThat(record.value().length).isGreaterThan(9_600_000);

    amongGoodOnes(record);

    assertThat(Documents.get("briefings", briefing.id()).path("exchangeCount").asInt())
        .isEqualTo(101);
    assertThat(count("exchanges", "briefing.id", briefing.id())).isEqualTo(101);
    assertThat(Topic.read(Topics.BRIEFINGS_DEAD_LETTERS, record.key())).isEmpty();
  }

  /** The node has half a gigabyte of heap, of which a tenth is for documents on their way. */
  @Test
  void aRecordThatTheNodeHasNoMemoryForIsADeadLetterThatSaysSo() {
    ProducerRecord<String, byte[]> record = Topic.toRecord(large(300));
    assertThat(record.value().length).isGreaterThan(28_800_000);

    Map<String, String> letter = letterOf(amongGoodOnes(record));

    assertThat(letter).containsEntry(DeadLetterHeaders.CODE, "briefing-not-indexable");
    assertThat(letter.get(DeadLetterHeaders.TEXT)).contains("memory", "heap");
    nothingIsThere();
    assertThat(Topic.read(Topics.CHANGES, sample().present().id())).isEmpty();
  }

  private Briefing large(int exchanges) {
    Sample sample = sample();
    String words = " mot".repeat(12_000);
    IntStream.range(0, exchanges).forEach(i -> sample.asked("Question " + i + " ?", i + words));
    return sample.present();
  }

  /** Nothing of it is in the index, and its dead letter says why. */
  private void refused(ProducerRecord<String, byte[]> bad, String code, String reason) {
    Map<String, String> letter = letterOf(amongGoodOnes(bad));

    assertThat(letter).containsEntry(DeadLetterHeaders.CODE, code);
    assertThat(letter.get(DeadLetterHeaders.TEXT)).contains(reason);
    nothingIsThere();
    assertThat(Topic.read(Topics.CHANGES, sample().present().id())).isEmpty();
  }

  private void nothingIsThere() {
    String id = sample().present().id();
    assertThat(Documents.get("briefings", id).isMissingNode()).isTrue();
    assertThat(count("exchanges", "briefing.id", id)).isZero();
  }

  /** Publishes a record among good ones, and waits until the service is through with all. */
  private ProducerRecord<String, byte[]> amongGoodOnes(ProducerRecord<String, byte[]> bad) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    IntStream.range(0, BEFORE).forEach(i -> records.add(Topic.toRecord(good(i))));
    records.add(bad);
    IntStream.range(BEFORE, BEFORE + AFTER).forEach(i -> records.add(Topic.toRecord(good(i))));

    Topic.write(records);

    Topic.awaitConsumed();
    assertThat(count("briefings", "series", run)).isEqualTo(BEFORE + AFTER);
    given().get("/q/health/ready").then().statusCode(200);
    return bad;
  }

  private Briefing good(int number) {
    return Sample.page(run + '-' + number).series(run).asked("Question ?", "Oui.").present();
  }

  private Sample sample() {
    return Sample.page(run).asked("Que pensez-vous ?", "Non.");
  }

  private ProducerRecord<String, byte[]> changed(Consumer<ObjectNode> change) {
    Briefing briefing = sample().present();
    ObjectNode json = EventJson.MAPPER.valueToTree(briefing);
    change.accept(json);
    return record(briefing, json.toString());
  }

  private static ProducerRecord<String, byte[]> record(Briefing briefing, String value) {
    ProducerRecord<String, byte[]> good = Topic.toRecord(briefing);
    return new ProducerRecord<>(
        good.topic(), null, good.key(), value.getBytes(StandardCharsets.UTF_8), good.headers());
  }

  private static long count(String index, String field, String term) {
    return Documents.count(index, "{\"term\": {\"%s\": \"%s\"}}".formatted(field, term));
  }

  private static Map<String, String> letterOf(ProducerRecord<String, byte[]> bad) {
    return RecordHeaders.read(
        Topic.read(Topics.BRIEFINGS_DEAD_LETTERS, bad.key()).getFirst().headers());
  }
}
