package dev.podium.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.ingest.IngestTest;
import dev.podium.ingest.fetch.RobotsFile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@IngestTest
class TurnsIT {

  private static final int HOSTS = 10;
  private static final int PAGES = 40;
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final Session database;
  private final FrontierTable frontier;
  private final TurnEnds ends;

  TurnsIT(Session database, FrontierTable frontier, TurnEnds ends) {
    this.database = database;
    this.frontier = frontier;
    this.ends = ends;
  }

  @Test
  void severalInstancesTakeEachPageOnceAndNoHostTwiceAtATime() throws InterruptedException {
    String source = "turns-" + UUID.randomUUID();
    frontier.add(source, found(source), Duration.ofHours(1));
    Set<String> busy = ConcurrentHashMap.newKeySet();
    AtomicInteger clashes = new AtomicInteger();
    ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();

    List<Thread> instances = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Turns turns = new Turns(database);
      instances.add(Thread.ofVirtual().start(() -> work(turns, source, busy, clashes, taken)));
    }
    for (Thread instance : instances) {
      instance.join();
    }

    assertThat(taken).hasSize(HOSTS * PAGES).doesNotHaveDuplicates();
    assertThat(clashes).hasValue(0);
  }

  @Test
  void listingsComeBeforePagesAndPagesInTheOrderOfTheirListing() {
    String source = "order-" + UUID.randomUUID();
    String host = source + ".example";
    frontier.add(source, List.of(page(host, 3), page(host, 1), page(host, 2)), Duration.ofHours(1));
    List<String> listings = List.of("https://" + host + "/list");
    frontier.seed(source, Entry.Kind.LISTING, listings, Duration.ofHours(1));
    Turns turns = new Turns(database);
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      take(turns, source, 5).forEach(entry -> order.add(entry.address()));
      release(host);
    }
    assertThat(order)
        .containsExactly(
            "https://" + host + "/list",
            page(host, 3).address(),
            page(host, 1).address(),
            page(host, 2).address());
  }

  @Test
  void whatIsFavouredComesBeforeListingsOnce() {
    String source = "favoured-" + UUID.randomUUID();
    String host = source + ".example";
    String list = "https://" + host + "/list";
    frontier.add(source, List.of(page(host, 1)), Duration.ofHours(1));
    frontier.seed(source, Entry.Kind.LISTING, List.of(list), Duration.ofHours(1));
    Turns turns = new Turns(database);

    assertThat(favouring(turns, source, Urgency.UNSEEN)).isEqualTo(page(host, 1).address());
    release(host);
    assertThat(favouring(turns, source, Urgency.SEEN)).isEqualTo(list);
  }

  private static String favouring(Turns turns, String source, Urgency favoured) {
    return QuarkusTransaction.requiringNew()
        .call(() -> turns.take(Map.of(source, Duration.ZERO), 1, favoured, LEASE))
        .getFirst()
        .address();
  }

  @Test
  void theHostOfAHolderThatDiedIsLeftAloneForItsDelayToo() {
    String source = "dies-" + UUID.randomUUID();
    frontier.add(source, List.of(page(source + ".example", 1)), Duration.ofHours(1));
    assertThat(take(new Turns(database), source, 1, Duration.ofHours(1), Duration.ZERO)).hasSize(1);

    List<Entry> after = take(new Turns(database), source, 1, Duration.ofHours(1), Duration.ZERO);

    assertThat(after).isEmpty();
  }

  @Test
  void theHostOfAHolderThatDiedIsLeftAloneForTheDelayOfItsRobotsTxtToo() {
    String source = "slow-" + UUID.randomUUID();
    String host = source + ".example";
    frontier.add(source, List.of(page(host, 1)), Duration.ofHours(1));
    RobotsFile robots = new RobotsFile(200, "User-agent: *\nCrawl-delay: 3600\n", Instant.now());
    Turns turns = new Turns(database);
    QuarkusTransaction.requiringNew().run(() -> turns.robots(host, robots, Duration.ofHours(1)));
    assertThat(take(turns, source, 1, Duration.ZERO, Duration.ZERO)).hasSize(1);

    List<Entry> after = take(turns, source, 1, Duration.ZERO, Duration.ZERO);

    assertThat(after).isEmpty();
  }

  @Test
  void whoLostItsTurnChangesNothing() {
    String source = "lost-" + UUID.randomUUID();
    String host = source + ".example";
    frontier.add(source, List.of(page(host, 1), page(host, 2), page(host, 3)), Duration.ofHours(1));
    Turns late = new Turns(database);
    Entry lost = take(late, source, 1, Duration.ZERO, Duration.ZERO).getFirst();
    Turns other = new Turns(database);
    Entry held = take(other, source, 1).getFirst();

    boolean noted = complete(lost, late);

    assertThat(noted).isFalse();
    assertThat(take(new Turns(database), source, 1)).isEmpty();
    assertThat(complete(held, other)).isTrue();
  }

  private boolean complete(Entry entry, Turns turns) {
    NextVisit next =
        NextVisit.again(
            entry, NextVisit.State.WATCHED, "a test", Duration.ZERO, Duration.ZERO, entry.watch());
    return QuarkusTransaction.requiringNew()
        .call(() -> ends.end(entry, turns.lease(), next, FrontierTable.Validators.of(entry), null));
  }

  @Test
  void aCrawlIsAskedForOnlyWhereItIsAllowed() {
    RestAssured.given().post("/v1/sources/crawled-calm/crawl").then().statusCode(202);
    RestAssured.given().post("/v1/sources/mfa-cn-fr/crawl").then().statusCode(409);
    RestAssured.given().post("/v1/sources/nobody/crawl").then().statusCode(404);
  }

  private void work(
      Turns turns,
      String source,
      Set<String> busy,
      AtomicInteger clashes,
      ConcurrentLinkedQueue<String> taken) {
    // Nothing many times in a row, since a host may be in another's hands the first time.
    for (int idle = 0; idle < 50; idle++) {
      for (Entry entry : take(turns, source, 3)) {
        idle = 0;
        if (!busy.add(entry.host())) {
          clashes.incrementAndGet();
        }
        taken.add(entry.address());
        busy.remove(entry.host());
        release(entry.host());
      }
    }
  }

  private static List<Entry> take(Turns turns, String source, int size) {
    return take(turns, source, size, Duration.ZERO, LEASE);
  }

  private static List<Entry> take(
      Turns turns, String source, int size, Duration delay, Duration lease) {
    return QuarkusTransaction.requiringNew()
        .call(() -> turns.take(Map.of(source, delay), size, Urgency.LISTING, lease));
  }

  private void release(String host) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeMutationQuery("update host set next_at = now() where name = :host")
                    .setParameter("host", host)
                    .executeUpdate());
  }

  private static List<FrontierTable.Found> found(String source) {
    List<FrontierTable.Found> found = new ArrayList<>();
    for (int host = 0; host < HOSTS; host++) {
      for (int number = 0; number < PAGES; number++) {
        found.add(page(source + host + ".example", number));
      }
    }
    return found;
  }

  private static FrontierTable.Found page(String host, int number) {
    return new FrontierTable.Found(
        "https://" + host + "/p" + number, Entry.Kind.PAGE, "a test", null, 0);
  }
}
