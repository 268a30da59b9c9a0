package dev.podium.ingest.publish;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.topic.Topics;
import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import dev.podium.ingest.Topic;
import dev.podium.ingest.archive.Captures;
import dev.podium.ingest.archive.RevisionRange;
import dev.podium.ingest.archive.RevisionWalk;
import dev.podium.kit.record.RecordHeaders;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@IngestTest
class ReplayIT {

  private static final Instant BEGIN = Instant.parse("2019-01-01T00:00:00Z");

  private final Replays replays;
  private final ReplayTable table;
  private final PublishSettings config;

  ReplayIT(Replays replays, ReplayTable table, PublishSettings config) {
    this.replays = replays;
    this.table = table;
    this.config = config;
  }

  @Test
  void whatWasPublishedIsPublishedAgainInOrderAndUnderItsIds() {
    String source = "in-mea-en";
    List<String> urls = pages(3);
    for (int day = 0; day < 40; day++) {
      send(source, urls, day);
    }
    // A change of bytes alone was not published, and is not now.
    Captures.send(source, urls.getFirst(), day(40), "<p>39</p><!-- other -->");
    String outside = Captures.url();
    Captures.send(source, outside, BEGIN.minusSeconds(1), "<p>before</p>");
    assertThat(published(urls, 120)).hasSize(120);
    String range = "?source=" + source + "&from=2019-01-01";

    given()
        .post("/v1/pages/replay" + range + "&dryRun=true")
        .then()
        .statusCode(200)
        .body("revisions", is(120));
    given()
        .post("/v1/pages/replay" + range)
        .then()
        .statusCode(202)
        .body("sources[0].revisions", is(120));

    List<ConsumerRecord<String, byte[]>> records = published(urls, 240);
    Eventually.holds(
        () ->
            given()
                .get("/v1/pages/replay")
                .then()
                .body(of(source) + "state", equalTo("done"))
                .body(of(source) + "queued", is(120))
                .body(of(source) + "waiting", is(0)));
    for (String url : urls) {
      List<ConsumerRecord<String, byte[]>> own =
          records.stream().filter(one -> url.equals(one.key())).toList();
      assertThat(own.stream().map(ReplayIT::id))
          .containsExactlyElementsOf(
              IntStream.range(0, 80).mapToObj(i -> PageIds.of(url) + '/' + (i % 40 + 1)).toList());
      assertThat(own.get(45).value()).isEqualTo(own.get(5).value());
    }
    assertThat(Topic.await(Topics.PAGES, 1, one -> outside.equals(one.key()))).hasSize(1);
  }

  @Test
  void itNeverRunsFarAheadOfKafka() {
    String source = "jp-mofa-ja";
    List<String> urls = pages(60);
    for (int day = 0; day < 4; day++) {
      send(source, urls, day);
    }
    assertThat(published(urls, 240)).hasSize(240);

    given().post("/v1/pages/replay?source=" + source).then().statusCode(202);

    Eventually.holds(
        () -> {
          assertThat(table.waiting()).isLessThanOrEqualTo(config.replayBatch());
          given().get("/v1/pages/replay").then().body(of(source) + "state", equalTo("done"));
        });
    assertThat(published(urls, 480)).hasSize(480);
  }

  @Test
  void itGoesOnWhereItWasLeft() {
    String source = "de-bund-de";
    List<String> urls = pages(3);
    send(source, urls, 0);
    send(source, urls, 1);
    assertThat(published(urls, 6)).hasSize(6);
    List<String> ids = urls.stream().map(PageIds::of).sorted().toList();

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              RevisionRange range = RevisionRange.parse(source, null, null);
              replays.start(range);
              // As if a crash had come after the first revision of the second page.
              table.moved(
                  new ReplayTable.Running(range, RevisionWalk.Place.START),
                  3,
                  new RevisionWalk.Place(ids.get(1), day(0)));
            });

    Eventually.holds(
        () ->
            given()
                .get("/v1/pages/replay")
                .then()
                .body(of(source) + "state", equalTo("done"))
                .body(of(source) + "queued", is(6)));
    Map<String, Long> times =
        published(urls, 9).stream()
            .collect(Collectors.groupingBy(ReplayIT::id, Collectors.counting()));
    times.values().removeIf(count -> count < 2);
    assertThat(times).containsOnlyKeys(ids.get(1) + "/2", ids.get(2) + "/1", ids.get(2) + "/2");
  }

  @Test
  void oneAtATimeAndItCanBeStopped() {
    String source = "un-noon-en";
    send(source, pages(1), 0);
    RevisionRange range = RevisionRange.parse(source, null, null);

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              replays.start(range);
              assertThat(table.start(range, 1)).isFalse();
              assertThat(table.stop(source, "enough")).isTrue();
            });

    given()
        .get("/v1/pages/replay")
        .then()
        .body(of(source) + "state", equalTo("stopped"))
        .body(of(source) + "reason", equalTo("enough"));
    given()
        .delete("/v1/pages/replay?source=" + source)
        .then()
        .statusCode(404)
        .body("code", equalTo("no-replay"));
    given().post("/v1/pages/replay?source=nobody").then().statusCode(404);
    given().post("/v1/pages/replay?to=never").then().statusCode(400);
    given().post("/v1/pages/replay?dryRun=maybe").then().statusCode(400);
  }

  private static String of(String source) {
    return "items.find{it.source=='" + source + "'}.";
  }

  private static List<String> pages(int count) {
    return IntStream.range(0, count).mapToObj(i -> Captures.url()).toList();
  }

  private static void send(String source, List<String> urls, int day) {
    urls.forEach(url -> Captures.send(source, url, day(day), "<p>" + day + "</p>"));
  }

  private static Instant day(int day) {
    return BEGIN.plusSeconds(day * 86_400L);
  }

  private static List<ConsumerRecord<String, byte[]>> published(List<String> urls, int count) {
    Set<String> keys = Set.copyOf(urls);
    return Topic.await(Topics.PAGES, count, found -> keys.contains(found.key()));
  }

  private static String id(ConsumerRecord<String, byte[]> found) {
    return RecordHeaders.read(found.headers()).get(CloudEvent.header("id"));
  }
}
