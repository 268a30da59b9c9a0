package dev.podium.index.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.topic.Topics;
import dev.podium.index.Eventually;
import dev.podium.index.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Generations of indices, with two instances of the service that share all work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuildIT {

  private static final Logger LOG = Logger.getLogger(RebuildIT.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int REVISIONS = 1_500;

  private Instances instances;
  private Newsroom newsroom;

  @BeforeAll
  void everythingRuns(@TempDir Path folder) throws IOException {
    instances = new Instances(folder, 2);
    newsroom = new Newsroom(instances);
    newsroom.publish(REVISIONS);
    awaitRead(1);
  }

  @AfterAll
  void nothingStays() {
    instances.close();
  }

  @Test
  @Order(1)
  void aRebuildBesideTheServiceSurvivesKillsAndLosesNothing() throws IOException {
    ScheduledExecutorService writer = newsroom.busy();
    Reader reader = new Reader(instances);

    assertThat(instances.ask(1, "POST", "/v1/indexes/rebuild").status()).isEqualTo(202);

    assertThat(instances.ask(2, "POST", "/v1/indexes/rebuild").json().path("code").asText())
        .isEqualTo("rebuild-under-way");
    assertThat(instances.ask(2, "DELETE", "/v1/indexes/1").json().path("code").asText())
        .isEqualTo("generation-serving");
    LOG.infof("killed while %s", state(2, 2));
    instances.kill(1);
    awaitState(2, 2, "handing-over", "serving");
    LOG.infof("killed while %s", state(2, 2));
    instances.kill(2);
    awaitState(1, 2, "serving");
    instances.awaitReady();
    writer.close();
    reader.close();
    awaitRead(1);
    awaitRead(2);
    assertThat(reader.complaints()).isEmpty();
    JsonNode comparison = compared(2);
    LOG.infof("%d searches; %s", reader.searches(), comparison);
    new Alike(instances).check(comparison);
    assertThat(newsroom.published()).isEqualTo(newsroom.due());
  }

  @Test
  @Order(2)
  void theWayBackLosesNothingEither() {
    ScheduledExecutorService writer = newsroom.busy();
    Reader reader = new Reader(instances);
    // As a swap that broke off may have left it: the one that serves waits for what waits for it.
    instances.elasticsearch(
        "POST",
        "/_aliases",
        "{\"actions\": [{\"add\": {\"index\": \"history-1\", \"alias\": \"indexes-hold\"}}]}");

    assertThat(instances.ask(2, "POST", "/v1/indexes/1/swap").status()).isEqualTo(202);

    awaitState(1, 1, "serving");
    writer.close();
    reader.close();
    awaitRead(1);
    awaitRead(2);
    assertThat(state(1, 2)).isEqualTo("standby");
    assertThat(reader.complaints()).isEmpty();
    new Alike(instances).check(compared(1));
    assertThat(newsroom.published()).isEqualTo(newsroom.due());
  }

  @Test
  @Order(3)
  void afterATotalLossTheSameCommandBringsAllBackAndWakesNobody() {
    instances.ask(1, "POST", "/v1/indexes/2/swap");
    awaitState(1, 2, "serving");
    String checksum = compared(2).at("/to/checksum").asText();
    int changes = newsroom.records();
    instances.elasticsearch(
        "DELETE", "/briefings-1,exchanges-1,history-1,briefings-2,exchanges-2,history-2", null);
    Eventually.holds(() -> assertThat(serving()).isBetween(1, 2));
    int empty = serving();

    int number = instances.ask(1, "POST", "/v1/indexes/rebuild").json().path("generation").asInt();

    assertThat(number).isEqualTo(3);
    awaitState(2, 3, "serving");
    JsonNode comparison = compared(3);
    LOG.infof("after the loss: %s", comparison);
    assertThat(comparison.at("/from/generation").asInt()).isEqualTo(empty);
    assertThat(comparison.at("/from/briefings").asLong()).isZero();
    assertThat(comparison.at("/to/checksum").asText()).isEqualTo(checksum);
    assertThat(newsroom.records()).isEqualTo(changes);
  }

  @Test
  @Order(4)
  void whatDiffersDoesNotServeUnlessItIsToldTo() {
    Damage damage = new Damage(instances);
    damage.lose(3);
    damage.spoil(3);

    instances.ask(1, "POST", "/v1/indexes/rebuild");

    awaitState(1, 4, "different");
    JsonNode comparison = compared(4);
    LOG.infof("spoilt: %s", comparison);
    assertThat(comparison.path("more").asInt()).isOne();
    assertThat(comparison.path("different").asInt()).isOne();
    assertThat(comparison.path("examples")).hasSize(1);
    assertThat(serving()).isEqualTo(3);
    assertThat(instances.ask(2, "POST", "/v1/indexes/4/swap?compare=false").status())
        .isEqualTo(202);
    awaitState(1, 4, "serving");
  }

  @Test
  @Order(5)
  void whatIsDroppedIsGoneAndItsNumberIsNotGivenAgain() {
    instances.ask(1, "POST", "/v1/indexes/rebuild");

    assertThat(instances.ask(2, "DELETE", "/v1/indexes/5").status()).isEqualTo(204);

    assertThat(instances.ask(1, "DELETE", "/v1/indexes/5").status()).isEqualTo(404);
    assertThat(instances.elasticsearch("GET", "/history-5", null).status()).isEqualTo(404);
    assertThat(instances.ask(1, "DELETE", "/v1/indexes/3").status()).isEqualTo(204);
    Eventually.holds(
        PATIENCE,
        () -> assertThat(groups()).contains("index-4").doesNotContain("index-3", "index-5"));
    assertThat(instances.ask(2, "POST", "/v1/indexes/rebuild").json().path("generation").asInt())
        .isEqualTo(6);
    awaitState(1, 6, "serving");
    new Alike(instances).check(compared(6));
  }

  @Test
  @Order(6)
  void whatCannotBeIndexedIsOneDeadLetterHoweverManyGenerationsThereAre() {
    String key = newsroom.publishGarbage();

    awaitRead(4);
    awaitRead(6);

    assertThat(Topic.readFrom(instances.bootstrapServers(), Topics.BRIEFINGS_DEAD_LETTERS))
        .extracting(ConsumerRecord::key)
        .containsOnlyOnce(key);
    Instances.Answer replay = instances.ask(1, "POST", "/v1/dead-letters/replay");
    assertThat(replay.json().path("rejected").asInt()).isOne();
  }

  @Test
  @Order(7)
  void aGenerationThatIsBeingBuiltServesAtOnceWhereAllOthersAreLost() {
    instances.ask(1, "DELETE", "/v1/indexes/4");
    int lost = serving();
    int changes = newsroom.records();
    Instances.Answer begun = instances.ask(1, "POST", "/v1/indexes/rebuild");
    int number = begun.json().path("generation").asInt();

    Instances.Answer loss =
        instances.elasticsearch(
            "DELETE", "/briefings-%1$d,exchanges-%1$d,history-%1$d".formatted(lost), null);

    assertThat(begun.status()).isEqualTo(202);
    assertThat(loss.status()).isEqualTo(200);
    Eventually.holds(PATIENCE, () -> assertThat(serving()).isEqualTo(number));
    LOG.infof("all others are lost: %s", state(2, number));
    awaitState(2, number, "serving");
    assertThat(newsroom.records()).isEqualTo(changes);
    assertThat(newsroom.published()).isEqualTo(newsroom.due());
  }

  @Test
  @Order(8)
  void readyTellsThatKafkaIsAwayUntilItIsBack() {
    instances.stopKafka();

    Eventually.holds(
        PATIENCE,
        () -> {
          Instances.Answer ready = instances.ask(1, "GET", "/q/health/ready");
          assertThat(ready.status()).isEqualTo(503);
          assertThat(ready.json().toString()).contains("Kafka cannot be reached");
        });
    assertThat(instances.ask(1, "GET", "/v1/indexes").json().at("/0/position").isNull()).isTrue();
    instances.startKafka();
    instances.awaitReady();
    newsroom.publish(10);
    awaitRead(serving());
  }

  @Test
  @Order(9)
  void whatWasErasedIsErasedInEveryGenerationAlike() {
    Set<String> ids = newsroom.erase();
    awaitRead(serving());
    int number = instances.ask(1, "POST", "/v1/indexes/rebuild").json().path("generation").asInt();

    awaitState(1, number, "serving");

    new Alike(instances).check(compared(number));
    for (String id : ids) {
      assertThat(
              instances
                  .elasticsearch("GET", "/exchanges/_doc/" + id, null)
                  .json()
                  .at("/_source/status")
                  .asText())
          .isEqualTo("erased");
    }
  }

  private Set<String> groups() {
    return KafkaGroups.of(instances.bootstrapServers());
  }

  private JsonNode compared(int generation) {
    return instances.ask(1, "GET", "/v1/indexes/" + generation).json().path("comparison");
  }

  private int serving() {
    for (JsonNode generation : instances.ask(1, "GET", "/v1/indexes").json()) {
      if (generation.path("serving").asBoolean()) {
        return generation.path("generation").asInt();
      }
    }
    return 0;
  }

  private String state(int instance, int generation) {
    return instances
        .ask(instance, "GET", "/v1/indexes/" + generation)
        .json()
        .path("state")
        .asText();
  }

  private void awaitState(int instance, int generation, String... states) {
    Eventually.holds(
        PATIENCE, () -> assertThat(state(instance, generation)).isIn((Object[]) states));
  }

  private void awaitRead(int generation) {
    Eventually.holds(
        PATIENCE,
        () -> {
          JsonNode position =
              instances.ask(1, "GET", "/v1/indexes/" + generation).json().path("position");
          assertThat(position.path("read").asLong()).isPositive();
          assertThat(position.path("lag").asLong()).isZero();
        });
  }
}
