package dev.podium.ingest.frontier;

import static dev.podium.ingest.frontier.Declared.declaration;
import static dev.podium.ingest.frontier.Declared.yaml;
import static dev.podium.ingest.frontier.Misbehaviour.counting;
import static dev.podium.ingest.frontier.SiteServer.html;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import dev.podium.ingest.frontier.RoughSites.Case;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a server does, its page says what, and no other host waits for it. */
@IngestTest
class MisbehaviourIT {

  /** Well above what a machine that is busy needs between two visits. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  SiteServer site;

  private final Session database;

  MisbehaviourIT(Session database) {
    this.database = database;
  }

  @BeforeEach
  void crawl() {
    given().post("/v1/sources/crawled-rough/resume").then().statusCode(200);
  }

  @AfterEach
  void leaveAlone() {
    given().post("/v1/sources/crawled-rough/pause").then().statusCode(200);
  }

  @Test
  void everyKindOfMisbehaviourHasItsStateAndStopsNoOther() {
    List<Case> pages =
        Stream.of(RoughSites.BODIES, RoughSites.LENGTHS, RoughSites.HEADS)
            .flatMap(List::stream)
            .toList();
    pages.forEach(one -> site.put(one.name() + ".rough.example/p.html", one.page()));
    RoughSites.ROBOTS.forEach(
        one -> site.put(one.name() + ".rough.example/robots.txt", one.page()));
    RoughSites.ROBOTS.forEach(
        one -> site.put(one.name() + ".rough.example/p.html", html("<p>x</p>")));
    List<Case> all = Stream.concat(pages.stream(), RoughSites.ROBOTS.stream()).toList();

    link(all.stream().map(Case::name));

    eventually(all, one -> visit(one.name()));
    int soFar = asked("good");
    Eventually.holds(() -> assertThat(asked("good")).isGreaterThan(soFar));
    assertThat(longestPause("good.rough.example")).isLessThan(LONGEST_PAUSE);
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void noSitemapIsReadBeyondItsBounds() {
    String deepest = "map-endless.rough.example/sitemap.xml?111";
    site.put("map-endless.rough.example/sitemap.xml?", Misbehaviour::endlessIndex);
    RoughSites.SITEMAPS.forEach(one -> site.put(sitemap(one), one.page()));
    String sitemaps =
        RoughSites.SITEMAPS.stream()
            .map(one -> "'https://" + sitemap(one) + "'")
            .collect(Collectors.joining(",", "sitemaps: [", "]"));
    String listing = "listings: [{url: 'https://x/news/default.html'}]";

    // Seldom enough that a busy machine has turns left for what the indexes name.
    yaml(declaration("rough-sitemaps", "x")
            .replace(listing, sitemaps)
            .replace("listingInterval: 200ms", "listingInterval: 5s"))
        .post("/v1/sources")
        .then()
        .statusCode(201);

    eventually(RoughSites.SITEMAPS, one -> sitemapState("https://" + sitemap(one)));
    Eventually.holds(
        () ->
            assertThat(sitemapState("https://" + deepest))
                .contains("sitemaps nested deeper than 3 are not followed"));
    assertThat(site.asked(deepest + "1")).isEmpty();
    given().delete("/v1/sources/rough-sitemaps").then().statusCode(204);
  }

  @Test
  void validatorsThatLieMakeNoRevisionAndHideNone() {
    site.put("etag-changes.rough.example/p.html", counting("ETag: \"#\"\r\n", "<p>same</p>"));
    site.put("etag-stays.rough.example/p.html", counting("ETag: \"a\"\r\n", "<p>#</p>"));
    site.put("no-etag.rough.example/p.html", counting("", "<p>#</p>"));
    site.put("unmodified-body.rough.example/p.html", Misbehaviour.unmodifiedWithBody());

    link(Stream.of("etag-changes", "etag-stays", "no-etag", "unmodified-body"));

    Eventually.holds(() -> assertThat(revisions("etag-stays")).isGreaterThan(2));
    Eventually.holds(() -> assertThat(revisions("no-etag")).isGreaterThan(2));
    Eventually.holds(() -> assertThat(asked("etag-changes")).isGreaterThan(3));
    Eventually.holds(() -> assertThat(asked("unmodified-body")).isGreaterThan(3));
    assertThat(revisions("etag-changes")).isEqualTo(1);
    assertThat(visit("etag-changes")).isEqualTo("watched: as revision 1");
    assertThat(revisions("unmodified-body")).isEqualTo(1);
    assertThat(visit("unmodified-body")).startsWith("watched: ");
  }

  @Test
  void aServerOfIpv6IsFetchedWhereAnExceptionNamesIt() {
    assumeThat(hasIpv6()).isTrue();
    site.put("six.rough.example/p.html", html("<p>six</p>"));
    link(Stream.of("six"));
    Eventually.holds(() -> assertThat(revisions("six")).isEqualTo(1));
  }

  /** Waits until each case has been in its state. */
  private static void eventually(List<Case> cases, Function<Case, String> state) {
    List<Case> open = new ArrayList<>(cases);
    Eventually.holds(
        () -> {
          open.removeIf(one -> state.apply(one).startsWith(one.state()));
          assertThat(open.stream().map(one -> one + ", but it is " + state.apply(one))).isEmpty();
        });
  }

  private static String sitemap(Case one) {
    return one.name() + ".rough.example/sitemap.xml";
  }

  private String sitemapState(String address) {
    return String.valueOf(FrontierRows.state(database, "sitemap", address));
  }

  private void link(Stream<String> names) {
    String links =
        names
            .map(name -> "<a href='https://" + name + ".rough.example/p.html'>x</a>")
            .collect(Collectors.joining());
    site.put("rough.example/news/default.html", html(links));
  }

  private int asked(String name) {
    return site.asked(name + ".rough.example/p.html").size();
  }

  private Duration longestPause(String host) {
    List<SiteServer.Asked> asked = site.askedOfHost(host);
    long longest = System.nanoTime() - asked.getLast().nanos();
    for (int i = 1; i < asked.size(); i++) {
      longest = Math.max(longest, asked.get(i).nanos() - asked.get(i - 1).nanos());
    }
    return Duration.ofNanos(longest);
  }

  private static boolean hasIpv6() {
    try (ServerSocket bound = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
      return bound.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static int revisions(String name) {
    Integer count = page(name).get("revisionCount");
    return count == null ? 0 : count;
  }

  private static String visit(String name) {
    JsonPath page = page(name);
    return page.getString("visit.state") + ": " + page.getString("visit.reason");
  }

  private static JsonPath page(String name) {
    String url = "https://" + name + ".rough.example/p.html";
    return given().get("/v1/pages/" + PageIds.of(url)).jsonPath();
  }
}
