package dev.podium.ingest.frontier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@IngestTest
class AttentionIT {

  private static final String LISTING = "watched.example/news/default.html";
  private static final String HEALTH = "/v1/sources/crawled-watched/health";
  private static final String LIAR = "https://watched.example/news/p-liar.html";

  // More than are read at a time.
  private static final int VISITS = 1500;

  private final Session database;

  SiteServer site;

  AttentionIT(Session database) {
    this.database = database;
  }

  @Test
  void a304ThatHidAnEditIsNotBelievedAgain() {
    site.put("watched.example/news/p-liar.html", lying("<p>before</p>"));
    site.put(LISTING, linking("liar"));
    Eventually.holds(() -> assertThat(revisions(LIAR)).isEqualTo(1));

    site.put("watched.example/news/p-liar.html", lying("<p>after</p>"));

    Eventually.holds(() -> assertThat(revisions(LIAR)).isEqualTo(2));
    Eventually.holds(
        () ->
            assertThat(page(LIAR).getString("visit.reason"))
                .contains("asked for unconditionally: a 304 hid an edit of " + LIAR));
    int asked = site.asked("watched.example/news/p-liar.html").size();
    Eventually.holds(
        () ->
            assertThat(site.asked("watched.example/news/p-liar.html"))
                .hasSizeGreaterThan(asked + 2));
    assertThat(site.asked("watched.example/news/p-liar.html").subList(asked, asked + 2))
        .noneSatisfy(one -> assertThat(one.headers()).containsKey("if-none-match"));
    assertThat(host("watched.example").getString("distrust")).contains("a 304 hid an edit");
    given().get("/q/metrics").then().body(containsString("podium_ingest_checked_total"));
  }

  @Test
  void aListingThatYieldsNothingIsAnAlarmUntilItDoesAgain() {
    site.put("watched.example/news/p-there.html", SiteServer.html("<p>there</p>"));
    site.put(LISTING, linking("there", "liar"));
    Eventually.holds(
        () -> assertThat(revisions("https://watched.example/news/p-there.html")).isEqualTo(1));

    site.put(LISTING, SiteServer.html("<div id=app></div><script src=app.js></script>"));

    Eventually.holds(
        () -> assertThat(texts()).anySatisfy(text -> assertThat(text).contains("has had no link")));
    given()
        .get("/v1/alarms")
        .then()
        .statusCode(200)
        .body("items.find{it.kind=='listing-empty'}.source", equalTo("crawled-watched"))
        .body("totalExact", equalTo(true));
    site.put(LISTING, linking("there", "liar"));
    Eventually.holds(
        () -> assertThat(texts()).noneSatisfy(text -> assertThat(text).contains("no link")));
  }

  @Test
  void aHostThatAsksForDaysOfPatienceGetsThemAndLosesNothing() {
    site.put("busy.example/", SiteServer.status(503, "Retry-After: 259200\r\n", ""));
    given().post("/v1/sources/crawled-watched/crawl").then().statusCode(202);

    Eventually.holds(() -> assertThat(host("busy.example").getString("state")).isEqualTo("open"));

    JsonPath busy = host("busy.example");
    assertThat(Instant.parse(busy.getString("nextAt")))
        .isAfter(Instant.now().plus(Duration.ofDays(2)));
    assertThat(busy.getString("reason")).contains("left alone for 259200 s");
    assertThat(busy.getString("since")).isNotNull();
    int asked = site.askedOfHost("busy.example").size();
    given().post("/v1/sources/crawled-watched/crawl").then().statusCode(202);
    Eventually.holds(
        () ->
            assertThat(given().get(HEALTH).jsonPath().getList("errors.cause", String.class))
                .contains("HTTP 503"));
    assertThat(site.askedOfHost("busy.example")).hasSize(asked);
    assertThat(entries("https://busy.example/")).isEqualTo(1);
  }

  @Test
  void healthTellsWhenItWasReadAndWhenItIsNext() {
    site.put(LISTING, linking("liar"));
    int looks = site.asked(LISTING).size();
    Eventually.holds(() -> assertThat(site.asked(LISTING)).hasSizeGreaterThan(looks + 1));
    site.put("watched.example/news/p-well.html", SiteServer.html("<p>well</p>"));
    site.put(LISTING, linking("well", "liar"));
    Instant start = Instant.now();
    Eventually.holds(
        () ->
            assertThat(Instant.parse(given().get(HEALTH).jsonPath().getString("lastSuccess")))
                .isAfter(start));
    JsonPath health = given().get(HEALTH).jsonPath();
    assertThat(health.getString("nextFetch")).isNotNull();
    assertThat(health.getBoolean("fetched")).isTrue();
    assertThat(health.getInt("entries")).isGreaterThan(2);
    assertThat(health.getInt("lagSeconds")).isBetween(0, 60);
    assertThat(Instant.parse(health.getString("nextBriefing"))).isAfter(start);
    Eventually.holds(
        () -> assertThat(given().get(HEALTH).jsonPath().getInt("visits")).isPositive());
    Eventually.holds(
        () -> assertThat(given().get(HEALTH).jsonPath().getString("lastBriefing")).isNotNull());
    given().get("/v1/sources/nobody/health").then().statusCode(404);
  }

  @Test
  void progressIsToldAsItHappensAndGoesOnWhereAClientLeft() throws Exception {
    site.put("watched.example/news/p-shown.html", SiteServer.html("<p>shown</p>"));
    site.put(LISTING, linking("shown", "liar"));

    List<String> lines = stream("crawled-watched", null, all -> all.contains("event:counts"));

    assertThat(lines).anySatisfy(line -> assertThat(line).contains("\"due\":"));
    List<String> from = stream("crawled-watched", "0", all -> all.contains("event:visit"));
    String id = from.stream().filter(line -> line.startsWith("id:")).findFirst().orElseThrow();
    List<String> on =
        stream("crawled-watched", Long.toString(id(id)), all -> all.contains("event:visit"));
    assertThat(on).doesNotContain(id).anySatisfy(line -> assertThat(line).startsWith("id:"));
    given().get("/v1/sources/nobody/progress").then().statusCode(404);
    given()
        .header("Last-Event-ID", "yesterday")
        .get("/v1/sources/crawled-watched/progress")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-last-event-id"));
  }

  @Test
  void progressTellsWhatAnotherInstanceDidAndElseThatItIsAlive() throws Exception {
    List<String> silent = stream("mfa-cn-fr", null, all -> all.contains("event:heartbeat"));
    assertThat(silent).doesNotContain("event:visit");

    QuarkusTransaction.requiringNew().run(this::visitsOfAnotherInstance);

    List<String> told = stream("mfa-cn-fr", "0", all -> all.contains("event:visit"));
    assertThat(told).anySatisfy(line -> assertThat(line).contains("https://elsewhere.example/"));
    List<String> all =
        stream("mfa-cn-fr", "0", lines -> Collections.frequency(lines, "event:visit") >= VISITS);
    assertThat(all.stream().filter(line -> line.startsWith("id:")).map(AttentionIT::id))
        .hasSize(VISITS)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private void visitsOfAnotherInstance() {
    database
        .createNativeMutationQuery(
            "insert into visit (source, entry, kind, address, result, reason, at)"
                + " select 'mfa-cn-fr', 'x', 'page', 'https://elsewhere.example/', 'changed',"
                + " 'revision 1', now() from generate_series(1, :visits)")
        .setParameter("visits", VISITS)
        .executeUpdate();
  }

  private long entries(String address) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery(
                        "select count(*) from frontier where address = :address", Long.class)
                    .setParameter("address", address)
                    .getSingleResult());
  }

  /** The lines of a stream until they are what was waited for. */
  private static List<String> stream(String source, String lastId, Predicate<List<String>> enough)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + RestAssured.port + "/v1/sources/" + source + "/progress"))
            .timeout(Duration.ofMinutes(1));
    if (lastId != null) {
      request.header("Last-Event-ID", lastId);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Stream<String>> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/event-stream");
      List<String> lines = new ArrayList<>();
      try (Stream<String> body = answer.body()) {
        // Ends before the next line is asked for, so that a silent stream is not waited for.
        var unused = body.peek(lines::add).anyMatch(line -> line.isEmpty() && enough.test(lines));
      }
      client.shutdownNow();
      return lines;
    }
  }

  private static long id(String line) {
    return Long.parseLong(line.substring("id:".length()).strip());
  }

  private static List<String> texts() {
    return given().get(HEALTH).jsonPath().getList("alarms.text", String.class);
  }

  private static JsonPath host(String name) {
    return given().get(HEALTH).jsonPath().setRootPath("hosts.find{it.name=='" + name + "'}");
  }

  private static int revisions(String url) {
    Integer count = page(url).get("revisionCount");
    return count == null ? 0 : count;
  }

  private static JsonPath page(String url) {
    return given().get("/v1/pages/" + PageIds.of(url)).jsonPath();
  }

  private static SiteServer.Answer linking(String... names) {
    StringBuilder html = new StringBuilder();
    for (String name : names) {
      html.append("<a href='./p-").append(name).append(".html'>").append(name).append("</a>");
    }
    return SiteServer.html(html.toString());
  }

  /** Says "not modified" to whoever asks whether it is, whatever it holds. */
  private static SiteServer.Answer lying(String body) {
    return (asked, out) -> {
      SiteServer.Answer answer =
          asked.headers().containsKey("if-none-match")
              ? SiteServer.status(304, "ETag: \"1\"\r\n", "")
              : SiteServer.status(200, "Content-Type: text/html\r\nETag: \"1\"\r\n", body);
      answer.write(asked, out);
    };
  }
}
