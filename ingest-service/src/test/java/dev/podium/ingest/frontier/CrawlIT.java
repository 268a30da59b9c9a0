package dev.podium.ingest.frontier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.page.PageEvent;
import dev.podium.contracts.topic.Topics;
import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import dev.podium.ingest.Topic;
import dev.podium.kit.record.RecordHeaders;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@IngestTest
class CrawlIT {

  private static final int MIB = 1024 * 1024;

  SiteServer site;

  @Test
  void followsListingsAndWatchesPagesPolitely() {
    String count = "<script>var countPage = 3</script>";
    site.put("calm.example/news/default.html", listing(count, "one", "two", "secret"));
    site.put("calm.example/news/default_1.html", listing(count, "two", "nonce", "goes"));
    site.put("calm.example/news/default_2.html", listing(count, "edited", "moved"));
    site.put("calm.example/news/p-one.html", conditional());
    site.put("calm.example/news/p-two.html", SiteServer.html("<p>two</p>"));
    site.put("calm.example/news/p-nonce.html", nonce());
    site.put("calm.example/news/p-goes.html", SiteServer.html("<p>there</p>"));
    site.put("calm.example/news/p-edited.html", SiteServer.html("<p>before</p>"));
    site.put("calm.example/news/p-moved.html", moved("/elsewhere/new.html"));
    site.put("calm.example/elsewhere/new.html", SiteServer.html("<p>moved</p>"));

    for (String name : List.of("one", "two", "nonce", "goes", "edited", "moved")) {
      Eventually.holds(() -> assertThat(revisions("calm", name)).isPositive());
    }
    site.put("calm.example/news/p-edited.html", SiteServer.html("<p>after</p>"));
    site.put("calm.example/news/p-goes.html", SiteServer.status(410, "", "gone"));
    Eventually.holds(
        () ->
            assertThat(page("calm", "goes").getList("revisions.state"))
                .containsExactly("gone", "present"));
    site.put("calm.example/news/p-goes.html", SiteServer.html("<p>there</p>"));
    Eventually.holds(
        () ->
            assertThat(page("calm", "goes").getList("revisions.state"))
                .containsExactly("present", "gone", "present"));
    Eventually.holds(() -> assertThat(revisions("calm", "edited")).isEqualTo(2));

    assertThat(states("calm", "goes")).containsExactly("present", "gone", "present");
    assertThat(page("calm", "moved").getString("revisions[0].link"))
        .isEqualTo("https://calm.example/elsewhere/new.html");
    assertThat(page("calm", "one").getString("visit.robots")).isEqualTo("allowed by robots.txt: no rule matches");
    given()
        .get("/v1/pages/" + page("calm", "one").getString("id") + "/revisions/1")
        .then()
        .body("robots", equalTo("allowed by robots.txt: no rule matches"))
        .body(
            "headers.name",
            equalTo(List.of("Connection", "Content-Type", "ETag", "Content-Length")));
    assertThat(site.asked("calm.example/news/p-secret.html")).isEmpty();
    // Now and then it is asked for unconditionally, to check the 304 before.
    assertThat(site.asked("calm.example/news/p-one.html"))
        .anySatisfy(asked -> assertThat(asked.headers()).containsEntry("if-none-match", "W/\"1\""))
        .allSatisfy(
            asked -> assertThat(asked.headers().get("user-agent")).contains("podium.example"));
    assertThat(revisions("calm", "one")).isEqualTo(1);
    Eventually.holds(() -> assertThat(revisions("calm", "nonce")).isGreaterThan(2));
    assertThat(page("calm", "nonce").getList("revisions.findAll{it.outcome.code!='unchanged'}"))
        .hasSize(1);
    assertThat(pauses("calm.example")).allSatisfy(pause -> assertThat(pause).isGreaterThan(95));
  }

  @Test
  void everyKindOfMisbehaviourHasItsStateAndStopsNoOther() {
    Map<String, SiteServer.Answer> cases = new LinkedHashMap<>();
    Map<String, String> expected = new LinkedHashMap<>();
    cases.put("forever", CrawlIT::forever);
    expected.put("forever", "refused: the body is larger");
    cases.put("drip", CrawlIT::drip);
    expected.put("drip", "failing: not complete");
    cases.put("silent", (asked, out) -> Eventually.pause(Duration.ofSeconds(6)));
    expected.put("silent", "failing: ");
    cases.put("short", CrawlIT::tooShort);
    expected.put("short", "failing: broken off");
    cases.put("bomb", bomb());
    expected.put("bomb", "refused: the body is larger");
    cases.put("brotli", SiteServer.status(200, "Content-Type: text/html\r\nContent-Encoding: br\r\n", "x"));
    expected.put("brotli", "failing: the compressed body is damaged");
    cases.put("damaged", SiteServer.status(200, "Content-Encoding: gzip\r\n", "no gzip"));
    expected.put("damaged", "failing: the compressed body is damaged");
    cases.put("pdf", SiteServer.ok("application/pdf", "%PDF"));
    expected.put("pdf", "refused: the Content-Type is application/pdf");
    cases.put("typeless", SiteServer.status(200, "", "<p>x</p>"));
    expected.put("typeless", "refused: there is no Content-Type");
    cases.put("empty", SiteServer.html(""));
    expected.put("empty", "failing: the body is empty");
    cases.put("loop", moved("/news/p-loop.html"));
    expected.put("loop", "refused: more than 5 redirects");
    cases.put("inside", moved("http://127.0.0.1:1/secret"));
    expected.put("inside", "refused: 127.0.0.1 is not fetched");
    cases.put("inside-odd", moved("http://[::ffff:10.0.0.1]/"));
    expected.put("inside-odd", "refused: ");
    cases.put("file", moved("file:///etc/passwd"));
    expected.put("file", "refused: ");
    cases.put("nowhere", SiteServer.status(302, "", ""));
    expected.put("nowhere", "failing: a redirect (302) without Location");
    cases.put("forbidden", SiteServer.status(403, "", "no"));
    expected.put("forbidden", "refused: HTTP 403");
    cases.put("error", SiteServer.status(500, "", "oops"));
    expected.put("error", "failing: HTTP 500");
    cases.put("missing", SiteServer.status(404, "", "no"));
    expected.put("missing", "gone: ");
    cases.put("garbage", (asked, out) -> out.write(new byte[] {1, 2, 3, 10, 10}));
    expected.put("garbage", "failing: ");
    cases.put("unmodified", SiteServer.status(304, "", ""));
    expected.put("unmodified", "failing: not modified");
    cases.put("good", SiteServer.html("<p>good</p>"));
    expected.put("good", "watched: ");
    cases.forEach((name, answer) -> site.put("rough.example/news/p-" + name + ".html", answer));
    site.put(
        "rough.example/news/default.html",
        listing("<script>var countPage = 1</script>", cases.keySet().toArray(String[]::new)));

    expected.forEach(
        (name, start) ->
            Eventually.holds(() -> assertThat(visit("rough", name)).as(name).startsWith(start)));
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void aPageThatWasSentIsNotFetchedUntilAListingLinksIt() {
    String url = "https://calm.example/news/p-sent.html";
    given()
        .header("Content-Type", "text/html")
        .header("Content-Location", url)
        .body("<p>sent</p>".getBytes(StandardCharsets.UTF_8))
        .post("/v1/pages?source=crawled-calm")
        .then()
        .statusCode(202);
    given().get("/v1/pages/" + PageIds.of(url)).then().body("visit", is((Object) null));
    assertThat(site.asked("calm.example/news/p-sent.html")).isEmpty();
  }

  private static SiteServer.Answer listing(String more, String... names) {
    StringBuilder html = new StringBuilder(more);
    for (String name : names) {
      html.append("<a href='./p-").append(name).append(".html'>").append(name).append("</a>");
    }
    return SiteServer.html(html.toString());
  }

  private static SiteServer.Answer moved(String location) {
    return SiteServer.status(301, "Location: " + location + "\r\n", "");
  }

  private static SiteServer.Answer conditional() {
    return (asked, out) -> {
      boolean known = "W/\"1\"".equals(asked.headers().get("if-none-match"));
      SiteServer.Answer answer =
          known
              ? SiteServer.status(304, "ETag: W/\"1\"\r\n", "")
              : SiteServer.status(
                  200, "Content-Type: text/html\r\nETag: W/\"1\"\r\n", "<p>one</p>");
      answer.write(asked, out);
    };
  }

  private static SiteServer.Answer nonce() {
    AtomicInteger count = new AtomicInteger();
    return (asked, out) ->
        SiteServer.html("<p>same</p><i class=counter>" + count.incrementAndGet() + "</i>")
            .write(asked, out);
  }

  private static void forever(SiteServer.Asked asked, OutputStream out) throws IOException {
    SiteServer.head(out, 200, "Content-Type: text/html\r\n");
    byte[] much = new byte[MIB];
    while (true) {
      out.write(much);
    }
  }

  private static void drip(SiteServer.Asked asked, OutputStream out) throws IOException {
    SiteServer.head(out, 200, "Content-Type: text/html\r\n");
    while (true) {
      out.write('x');
      out.flush();
      Eventually.pause(Duration.ofMillis(200));
    }
  }

  private static void tooShort(SiteServer.Asked asked, OutputStream out) throws IOException {
    SiteServer.head(out, 200, "Content-Type: text/html\r\nContent-Length: 1000\r\n");
    out.write("<p>half".getBytes(StandardCharsets.UTF_8));
  }

  private static SiteServer.Answer bomb() {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 200; i++) {
        gzip.write(new byte[MIB]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (asked, out) -> {
      SiteServer.head(out, 200, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n");
      bomb.writeTo(out);
    };
  }

  private List<Long> pauses(String host) {
    List<SiteServer.Asked> asked = site.askedOfHost(host);
    List<Long> pauses = new ArrayList<>();
    // The first request asks for robots.txt, and nobody knows of a delay before it.
    IntStream.range(2, asked.size())
        .forEach(i -> pauses.add((asked.get(i).nanos() - asked.get(i - 1).nanos()) / 1_000_000));
    return pauses;
  }

  private static JsonPath page(String site, String name) {
    String url = "https://" + site + ".example/news/p-" + name + ".html";
    return given().get("/v1/pages/" + PageIds.of(url)).jsonPath();
  }

  private static int revisions(String site, String name) {
    Integer count = page(site, name).get("revisionCount");
    return count == null ? 0 : count;
  }

  private static String visit(String site, String name) {
    JsonPath page = page(site, name);
    return page.getString("visit.state") + ": " + page.getString("visit.reason");
  }

  private static List<String> states(String site, String name) {
    String url = "https://" + site + ".example/news/p-" + name + ".html";
    return Topic.await(Topics.PAGES, 3, found -> url.equals(found.key())).stream()
        .map(found -> PageEvent.fromHeaders(RecordHeaders.read(found.headers())))
        .map(event -> event.state().code())
        .toList();
  }
}
