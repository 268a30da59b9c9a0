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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@IngestTest
class CrawlIT {

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
    site.put("calm.example/news/p-moved.html", Misbehaviour.moved("/elsewhere/new.html"));
    site.put("calm.example/elsewhere/new.html", SiteServer.html("<p>moved</p>"));

    for (String name : List.of("one", "two", "nonce", "goes", "edited", "moved")) {
      Eventually.holds(() -> assertThat(revisions("calm", name)).isPositive());
    }
    site.put("calm.example/news/p-edited.html", SiteServer.html("<p>after</p>"));
    site.put(
        "calm.example/news/p-goes.html", SiteServer.status(410, "X-Reason: moved out\r\n", "gone"));
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
    given()
        .get("/v1/pages/" + page("calm", "goes").getString("id") + "/revisions/2")
        .then()
        .body("httpStatus", equalTo(410))
        .body("headers.name", equalTo(List.of("Connection", "X-Reason", "Content-Length")));
    assertThat(page("calm", "moved").getString("revisions[0].link"))
        .isEqualTo("https://calm.example/elsewhere/new.html");
    assertThat(page("calm", "one").getString("visit.robots"))
        .isEqualTo("allowed by robots.txt: no rule matches");
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

  private static List<String> states(String site, String name) {
    String url = "https://" + site + ".example/news/p-" + name + ".html";
    return Topic.await(Topics.PAGES, 3, found -> url.equals(found.key())).stream()
        .map(found -> PageEvent.fromHeaders(RecordHeaders.read(found.headers())))
        .map(event -> event.state().code())
        .toList();
  }
}
