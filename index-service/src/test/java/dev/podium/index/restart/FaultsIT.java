package dev.podium.index.restart;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.podium.contracts.topic.Topics;
import dev.podium.index.Eventually;
import dev.podium.index.Topic;
import dev.podium.index.restart.FaultyProxy.Fault;
import dev.podium.local.stack.ServiceServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is shipped, with an Elasticsearch in trouble behind it, under load. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {

  private static final Logger LOG = Logger.getLogger(FaultsIT.class);

  private static final Duration AWAY =
      Duration.ofSeconds(Integer.getInteger("podium.faults.away.seconds", 10));
  private static final Duration TROUBLE = Duration.ofSeconds(8);
  private static final Duration LATE = Duration.ofSeconds(40);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int TOGETHER = 10;
  private static final int AT_FIRST = 100;

  /** It ends with the first allocation beyond, so that its memory is bounded while it lives. */
  private static final int HEAP = 192;

  private OwnServers servers;
  private FaultyProxy proxy;
  private ServiceServer service;
  private long pid;
  private double rebalances;
  private Load load;

  @BeforeAll
  void everythingRuns(@TempDir Path folder) throws IOException {
    servers = OwnServers.start(folder);
    proxy = new FaultyProxy(servers.elasticsearchUrl(), LATE);
    service = new ServiceServer(servers.service("index", proxy.address(), HEAP, Map.of()));
    service.start(OwnServers.PATIENCE);
    pid = service.running().pid();
  }

  @AfterAll
  void nothingStays() {
    service.close();
    proxy.close();
    servers.close();
  }

  @BeforeEach
  void someAreIndexed(TestInfo test) {
    load = new Load(servers, test.getTestMethod().orElseThrow().getName());
    load.publish(AT_FIRST);
    allAreIndexed();
    rebalances = rebalances();
    assertThat(rebalances).isPositive();
  }

  @AfterEach
  void nothingIsLost() {
    proxy.set(Fault.NONE);
    allAreIndexed();
    assertThat(Topic.readFrom(servers.kafka().address(), Topics.BRIEFINGS_DEAD_LETTERS)).isEmpty();
    assertThat(rebalances()).isEqualTo(rebalances);
    assertThat(service.running().isAlive()).isTrue();
    assertThat(service.running().pid()).isEqualTo(pid);
    Eventually.holds(this::ready);
  }

  @Test
  void itIsAway() {
    servers.elasticsearch().close();

    load.keepOn(AWAY, TOGETHER);

    notReady("Elasticsearch");
    live();
    servers.elasticsearch().start(OwnServers.PATIENCE);
    catchUp("away for " + AWAY.toSeconds() + " s");
  }

  @Test
  void itRefusesRequestsWithTooManyRequests() {
    proxy.set(Fault.BUSY);

    load.keepOn(TROUBLE, TOGETHER);

    notReady("429");
    catchUp("429 for whole requests");
  }

  @Test
  void itRefusesDocumentsWithTooManyRequests() {
    proxy.set(Fault.HALF_BUSY);

    load.keepOn(TROUBLE, TOGETHER);

    catchUp("429 for every second document");
  }

  @Test
  void itAnswersAfterFortySeconds() {
    proxy.set(Fault.LATE);

    load.keepOn(LATE.plus(TROUBLE), TOGETHER);

    live();
    catchUp("answers after 40 s");
  }

  @Test
  void itsAnswersAreLost() {
    proxy.set(Fault.CUT);

    load.keepOn(TROUBLE, TOGETHER);

    notReady("Elasticsearch");
    catchUp("answers cut off");
  }

  /** Ends the trouble, and says how long it takes until all is in the index. */
  private void catchUp(String what) {
    int faults = proxy.faults();
    long behind = load.pages() - load.indexed();
    proxy.set(Fault.NONE);
    long start = System.nanoTime();
    allAreIndexed();
    LOG.infof(
        "%s: %d faults so far; behind by %d pages, caught up after %d ms",
        what, faults, behind, (System.nanoTime() - start) / 1_000_000);
  }

  private void allAreIndexed() {
    Eventually.holds(PATIENCE, () -> assertThat(load.indexed()).isEqualTo(load.pages()));
  }

  private void ready() {
    given().get(service.address() + "/q/health/ready").then().statusCode(200);
  }

  private void live() {
    given().get(service.address() + "/q/health/live").then().statusCode(200);
  }

  private void notReady(String reason) {
    Eventually.holds(
        () ->
            given()
                .get(service.address() + "/q/health/ready")
                .then()
                .statusCode(503)
                .body(containsString(reason)));
  }

  /** How often the consumer has joined its group anew. */
  private double rebalances() {
    return given()
        .get(service.address() + "/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("kafka_consumer_coordinator_rebalance_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
