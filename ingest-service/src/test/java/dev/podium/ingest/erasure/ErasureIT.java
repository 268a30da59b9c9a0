package dev.podium.ingest.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Segment;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.BriefingKey;
import dev.podium.contracts.identity.ErasureIds;
import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.page.PageEvent;
import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.contracts.topic.Topics;
import dev.podium.ingest.Briefings;
import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import dev.podium.ingest.Topic;
import dev.podium.ingest.archive.Captures;
import dev.podium.kit.record.RecordHeaders;
import dev.podium.kit.record.RecordPublisher;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Erasures in the archive and in the topics, on real servers. */
@IngestTest
class ErasureIT {

  private static final String SOURCE = "mfa-cn-fr";
  private static final Instant FIRST = Instant.parse("2018-01-01T00:00:00Z");
  private static final String EXCHANGE = "a2".repeat(8);
  private static final long RECORDED = 1_600_000_000_123L;

  private final RecordPublisher publisher;
  private final Session database;

  ErasureIT(RecordPublisher publisher, Session database) {
    this.publisher = publisher;
    this.database = database;
  }

  @Test
  void anErasedPageLeavesArchiveAndTopicsAndIsTakenNoMore() {
    String url = Captures.url();
    String id = PageIds.of(url);
    String shared = html();
    Captures.send(SOURCE, url, FIRST, html());
    Captures.send(SOURCE, url, FIRST.plusSeconds(60), shared);
    String other = Captures.url();
    Captures.send(SOURCE, other, FIRST, shared);
    List<ConsumerRecord<String, byte[]>> pages = pages(url, 2);
    List<ProducerRecord<String, byte[]>> told =
        pages.stream().map(page -> Briefings.told(event(page), null)).toList();
    publisher.publishAll(told);
    given()
        .body(demand(url, null))
        .post("/v1/erasures?dryRun=true")
        .then()
        .statusCode(200)
        .body("revisions", is(2))
        .body("bodies", is(1))
        .body("sharedBodies", is(1))
        .body("erasure", nullValue());
    Captures.body(url, 1).then().statusCode(200);

    Response begun = given().body(demand(url, null)).post("/v1/erasures");

    String erasure = ErasureIds.of(id);
    begun.then().statusCode(202).body("id", equalTo(erasure)).body("state", equalTo("under-way"));
    Captures.body(url, 1).then().statusCode(410).body("code", equalTo("erased"));
    given()
        .get("/v1/pages/" + id)
        .then()
        .statusCode(410)
        .body("erasure.id", equalTo(erasure))
        .body("erasure.reason", equalTo("privacy"))
        .body("detail", not(containsString("Max Mustermann")));
    given().get("/v1/pages/" + id + "/revisions/1/warc").then().statusCode(410);
    assertThat(Captures.body(other, 1).asString()).isEqualTo(shared);
    Captures.send(SOURCE, url, FIRST.plusSeconds(90), html())
        .then()
        .statusCode(410)
        .body("erasure.id", equalTo(erasure));
    given().body(demand(id, null)).post("/v1/erasures").then().statusCode(200);
    Eventually.holds(
        () ->
            given()
                .get("/v1/erasures/" + erasure)
                .then()
                .body("state", equalTo("done"))
                .body("revisions", is(2))
                .body("bodies", is(1))
                .body("records", is(2)));
    PageEvent last = event(pages(url, 3).getLast());
    assertThat(last.state()).isEqualTo(PageEvent.State.ERASED);
    assertThat(pages(url, 3).getLast().value()).isNull();
    assertThat(last.erased()).extracting(Erased::erasure).containsExactly(erasure);
    List<ConsumerRecord<String, byte[]>> records = briefings(id, 5);
    for (ProducerRecord<String, byte[]> one : told) {
      assertThat(latest(records, one.key()).value()).isNull();
    }
    Briefing marker = EventJson.read(records.getLast().value(), Briefing.class);
    assertThat(marker.wasErased()).isTrue();
    assertThat(marker.erased())
        .extracting(Erased::exchangeId)
        .containsExactly(null, EXCHANGE, "b3".repeat(8));
    assertThat(marks(id)).isPositive();

    // What was on its way, or comes again, is answered too; the marker is not.
    publisher.publishAll(List.of(told.getFirst()));
    List<ConsumerRecord<String, byte[]>> after = briefings(id, 7);
    assertThat(after.getLast().value()).isNull();
    assertThat(rows("select count(*) from body where sha256 = '" + hash(pages.getFirst()) + "'"))
        .isZero();
    given()
        .get("/v1/erasures?size=500")
        .then()
        .body("items.id", hasItem(erasure))
        .body("items[0].reason.text", equalTo("demanded by Max Mustermann"));
  }

  @Test
  void anExchangeLeavesEveryRecordAndTheBodiesAreSealed() {
    String url = Captures.url();
    String id = PageIds.of(url);
    Captures.send(SOURCE, url, FIRST, html());
    PageEvent page = event(pages(url, 1).getFirst());
    ProducerRecord<String, byte[]> told = withExchange(page);
    publisher.publishAll(List.of(told));

    given().body(demand(url, EXCHANGE)).post("/v1/erasures").then().statusCode(202);

    String erasure = ErasureIds.of(EXCHANGE);
    Eventually.holds(
        () -> given().get("/v1/erasures/" + erasure).then().body("state", equalTo("done")));
    Captures.body(url, 1)
        .then()
        .statusCode(410)
        .body("erasure.id", equalTo(erasure))
        .body("detail", containsString("sealed"));
    given().get("/v1/pages/" + id + "/revisions/1/text").then().statusCode(410);
    given().get("/v1/pages/" + id + "/revisions/1").then().statusCode(200);
    assertThat(rows("select count(*) from body where sha256 = '" + page.sha256() + "'")).isOne();
    ConsumerRecord<String, byte[]> rewritten = briefings(id, 2).getLast();
    Briefing briefing = EventJson.read(rewritten.value(), Briefing.class);
    assertThat(rewritten.key()).isEqualTo(told.key());
    assertThat(rewritten.timestamp()).isEqualTo(RECORDED);
    assertThat(briefing.exchanges()).extracting(Exchange::id).containsExactly("b3".repeat(8));
    assertThat(briefing.erased()).extracting(Erased::erasure).containsExactly(erasure);
    assertThat(briefing.leftovers()).containsExactly(new Briefing.Leftover(10, 20, "suppressed"));

    publisher.publishAll(List.of(told));
    assertThat(briefings(id, 4).getLast().value()).isEqualTo(rewritten.value());
    Captures.send(SOURCE, url, FIRST.plusSeconds(5), html()).then().statusCode(202);
    assertThat(event(pages(url, 2).getLast()).erased())
        .extracting(Erased::exchangeId)
        .containsExactly(EXCHANGE);
  }

  @Test
  void aPageThatIsErasedIsNotPutIntoTheFrontierAgain() {
    String url = Captures.url();
    Captures.send(SOURCE, url, FIRST, html());

    given().body(demand(url, null)).post("/v1/erasures").then().statusCode(202);

    assertThat(rows("select count(*) from frontier where id = '" + PageIds.of(url) + "'")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | bad-erasure | JSON",
        "null | bad-erasure | null",
        "[] | bad-erasure | JSON",
        "{\"page\": \"a2a2a2a2a2a2a2a2\", \"pages\": 1} | bad-erasure | pages",
        "{} | invalid-request | page",
        "{\"page\": \"no address\", \"reason\": {}} | invalid-request | reason.kind",
        "{\"page\": \"a2a2a2a2a2a2a2a2\", \"exchange\": \"x\"} | invalid-request | exchange",
        "{\"page\": \"a2a2a2a2a2a2a2a2\", \"reason\": {\"kind\": \"privacy\", \"text\": \" \"}} |"
            + " invalid-request | reason.text",
        "{\"page\": \"a2a2a2a2a2a2a2a2\", \"reason\": {\"kind\": \"privacy\", \"text\": \"x\"}} |"
            + " unknown-page | a2a2"
      })
  void whatIsWrongIsNamed(String body, String code, String named) {
    String answer =
        given()
            .body(body)
            .post("/v1/erasures")
            .then()
            .contentType("application/problem+json")
            .body("code", equalTo(code))
            .extract()
            .asString();

    assertThat(answer).contains(named);
    given().get("/v1/erasures/nothing").then().statusCode(404);
    given().get("/v1/erasures?cursor=nothing").then().statusCode(400);
    given().post("/v1/erasures?dryRun=perhaps").then().statusCode(400);
  }

  private static String demand(String page, String exchange) {
    Map<String, Object> demand = new LinkedHashMap<>();
    demand.put("page", page);
    demand.put("exchange", exchange);
    demand.put("exchanges", List.of("b3".repeat(8), EXCHANGE));
    demand.put("reason", Map.of("kind", "privacy", "text", "demanded by Max Mustermann"));
    return new String(EventJson.write(demand), StandardCharsets.UTF_8);
  }

  private static ProducerRecord<String, byte[]> withExchange(PageEvent page) {
    Briefing plain = Briefings.of(page, null);
    Briefing briefing =
        plain.with(
            List.of(exchange(EXCHANGE, 10, "Geheim"), exchange("b3".repeat(8), 30, "Offen")),
            List.of(),
            List.of());
    ProducerRecord<String, byte[]> told =
        new ProducerRecord<>(
            Topics.BRIEFINGS,
            null,
            RECORDED,
            new BriefingKey(briefing.id(), briefing.version()).toString(),
            EventJson.write(briefing));
    RecordHeaders.put(told.headers(), CloudEvent.header("type"), CloudEvent.BRIEFING_TYPE);
    return told;
  }

  private static Exchange exchange(String id, int start, String text) {
    Exchange.Part part = new Exchange.Part(null, text, List.of(new Segment(start, start + 10)));
    return new Exchange(
        id,
        1,
        Exchange.Kind.STATEMENT,
        null,
        null,
        new Exchange.Answer(text, List.of(part), List.of()),
        null,
        null,
        List.of());
  }

  private static List<ConsumerRecord<String, byte[]>> pages(String url, int count) {
    List<ConsumerRecord<String, byte[]>> found =
        Topic.await(Topics.PAGES, count, one -> url.equals(one.key()));
    assertThat(found).hasSizeGreaterThanOrEqualTo(count);
    return found;
  }

  /** Without repeats: what is on its way when an erasure comes may be answered from both sides. */
  private static List<ConsumerRecord<String, byte[]>> briefings(String id, int count) {
    int wanted = count;
    List<ConsumerRecord<String, byte[]>> found;
    List<ConsumerRecord<String, byte[]>> told;
    do {
      found = Topic.await(Topics.BRIEFINGS, wanted, one -> one.key().startsWith(id + '/'));
      told = Topic.withoutRepeats(found);
      wanted = found.size() + count - told.size();
    } while (told.size() < count && found.size() >= count && wanted <= 2 * count);
    assertThat(told).hasSize(count);
    return told;
  }

  private static ConsumerRecord<String, byte[]> latest(
      List<ConsumerRecord<String, byte[]>> records, String key) {
    return records.stream().filter(one -> one.key().equals(key)).toList().getLast();
  }

  private static int marks(String id) {
    return Topic.await(
            Topics.PAGES_DEAD_LETTERS,
            1,
            found -> id.equals(RecordHeaders.read(found.headers()).get(DeadLetterHeaders.ERASED)))
        .size();
  }

  private static PageEvent event(ConsumerRecord<String, byte[]> page) {
    return PageEvent.fromHeaders(RecordHeaders.read(page.headers()));
  }

  private static String hash(ConsumerRecord<String, byte[]> page) {
    return event(page).sha256();
  }

  private long rows(String sql) {
    return QuarkusTransaction.requiringNew()
        .call(() -> database.createNativeQuery(sql, Long.class).getSingleResult());
  }

  private static String html() {
    return "<p>Q : " + UUID.randomUUID() + "</p>";
  }
}
