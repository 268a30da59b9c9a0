package dev.podium.ingest.restart;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.ingest.Eventually;
import dev.podium.ingest.frontier.SiteServer;
import dev.podium.local.server.Loopback;
import dev.podium.local.server.Readiness;
import dev.podium.local.stack.ServiceServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Three instances of the service as it is shipped, on one database, crawling the same hosts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstancesIT {

  private static final Logger LOG = Logger.getLogger(InstancesIT.class);
  private static final int INSTANCES = 3;
  private static final int HEAP = 160;
  private static final Duration KILLING =
      Duration.ofSeconds(Integer.getInteger("podium.instances.seconds", 45));
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(6);
  private static final Duration CATCHING_UP = Duration.ofMinutes(4);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final int KILLS_OF_AN_EDITION = 5;

  // A turn ends after its answer, by the database's clock; the site's may run so much slower.
  private static final double CLOCKS_DIFFER_NANOS = 1e6;

  private final List<ServiceServer> instances = new ArrayList<>();
  private OwnServers servers;
  private ManyHosts site;
  private Ledger ledger;

  @BeforeAll
  void everythingRuns(@TempDir Path folder) throws IOException {
    servers = OwnServers.start(folder);
    site = new ManyHosts();
    site.declare(folder.resolve("sources"));
    for (int number = 1; number <= INSTANCES; number++) {
      instances.add(new ServiceServer(servers.service("ingest-" + number, HEAP, config(number))));
    }
    // All at once, so that they also meet where they set up schema and topics.
    for (ServiceServer instance : instances) {
      instance.launch();
    }
    instances.forEach(instance -> Readiness.await(instance, OwnServers.PATIENCE));
    ledger = new Ledger(servers);
  }

  private Map<String, String> config(int number) {
    Map<String, String> config = new HashMap<>();
    config.put("INGEST_SOURCES_DIRECTORY", servers.folder().resolve("sources").toString());
    config.put("INGEST_FETCH_HOSTS", "*.example=" + Loopback.address(site.port()));
    config.put("INGEST_FETCH_CONTACT", contact(number));
    config.put("INGEST_FETCH_TOTAL_TIMEOUT", "5s");
    config.put("INGEST_FRONTIER_LEASE", "8s");
    config.put("INGEST_PUBLISH_LEASE", "5s");
    config.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "12");
    return config;
  }

  private static String contact(int number) {
    return "instance-" + number + "@podium.example";
  }

  @AfterAll
  void nothingStays() throws IOException {
    instances.forEach(ServiceServer::close);
    ledger.close();
    site.close();
    servers.close();
  }

  @Test
  @Order(1)
  void eachPageIsFetchedOnceAndTheWorkIsShared() {
    Eventually.holds(
        CATCHING_UP, () -> assertThat(ledger.published()).hasSize(site.pages().size()));

    Map<String, Long> asked =
        requests().stream().collect(groupingBy(SiteServer.Asked::address, counting()));
    assertThat(asked).containsKeys(site.pages().toArray(String[]::new));
    assertThat(asked.values()).containsOnly(1L);
    assertThat(tooSoon()).isEmpty();
    LOG.infof("parts of %d requests: %s", requests().size(), shares());
    assertThat(shares())
        .hasSize(INSTANCES)
        .allSatisfy((who, part) -> assertThat(part).isGreaterThan(0.2));
  }

  @Test
  @Order(2)
  void nothingIsLostWhereInstancesAreKilled() throws IOException {
    long end = System.nanoTime() + KILLING.toNanos();
    int kills = 0;
    for (; System.nanoTime() < end; kills++) {
      if (kills % KILLS_OF_AN_EDITION == 0) {
        site.change();
        ledger.makeDue(site);
      }
      kill(instances.get(kills % INSTANCES));
      Eventually.pause(BETWEEN_KILLS);
    }

    Eventually.holds(
        CATCHING_UP,
        () -> {
          Eventually.pause(BETWEEN_LOOKS);
          ledger.makeDue(site);
          assertThat(ledger.outdated(site)).isZero();
        });
    Eventually.holds(() -> assertThat(ledger.unpublished()).isZero());
    assertThat(ledger.published().keySet()).containsExactlyInAnyOrderElementsOf(ledger.archived());
    assertThat(ledger.published().values()).allSatisfy(bodies -> assertThat(bodies).hasSize(1));
    assertThat(ledger.gaps()).isEmpty();
    assertThat(tooSoon()).isEmpty();
    LOG.infof(
        "%d requests, %d revisions, %d kills", requests().size(), ledger.archived().size(), kills);
  }

  /** With SIGKILL, after which nobody tidies up, and starts it again. */
  private static void kill(ServiceServer instance) throws IOException {
    ProcessHandle.of(instance.running().pid()).ifPresent(ProcessHandle::destroyForcibly);
    instance.running().onExit().join();
    instance.launch();
  }

  private List<SiteServer.Asked> requests() {
    return site.hosts().stream().flatMap(host -> site.asked(host).stream()).toList();
  }

  /** The part of all requests that each instance made. */
  private Map<String, Double> shares() {
    List<SiteServer.Asked> all = requests();
    return all.stream()
        .collect(
            groupingBy(
                asked -> asked.headers().get("user-agent"),
                Collectors.collectingAndThen(counting(), count -> count / (double) all.size())));
  }

  /** Requests that came sooner after the one before than their host allows. */
  private List<String> tooSoon() {
    List<String> found = new ArrayList<>();
    for (String host : site.hosts()) {
      List<SiteServer.Asked> asked = site.asked(host);
      // The first asks for robots.txt, before which nobody knows of its delay.
      for (int i = 2; i < asked.size(); i++) {
        double gap = asked.get(i).nanos() - asked.get(i - 1).nanos();
        if (gap < site.interval(host).toNanos() - CLOCKS_DIFFER_NANOS) {
          found.add(asked.get(i).address() + " after " + gap / 1e6 + " ms");
        }
      }
    }
    return found;
  }
}
