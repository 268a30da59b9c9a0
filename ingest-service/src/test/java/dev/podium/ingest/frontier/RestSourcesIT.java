package dev.podium.ingest.frontier;

import static dev.podium.ingest.frontier.Declared.declaration;
import static dev.podium.ingest.frontier.Declared.yaml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@IngestTest
class RestSourcesIT {

  SiteServer site;

  @Test
  void aDeclaredSourceIsCrawledPausedAndResumedWhereItWas() {
    String host = "rest-crawled.example";
    site.put(host + "/news/default.html", listing("one"));
    site.put(host + "/news/p-one.html", SiteServer.html("<p>one</p>"));
    Response created = yaml(declaration("rest-crawled", host)).post("/v1/sources");
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.header("Location")).endsWith("/v1/sources/rest-crawled");
    Eventually.holds(() -> assertThat(revisions(host, "one")).isEqualTo(1));
    given()
        .get("/v1/sources/rest-crawled")
        .then()
        .header("ETag", equalTo(created.header("ETag")))
        .body("origin", is("rest"))
        .body("overrides", is(false))
        .body("fetched", is(true));

    given().post("/v1/sources/rest-crawled/pause").then().body("paused", is(true));
    given()
        .post("/v1/sources/rest-crawled/crawl")
        .then()
        .statusCode(409)
        .body("code", is("source-paused"))
        .body("detail", containsString("paused over REST at"));
    site.put(host + "/news/default.html", listing("one", "two"));
    site.put(host + "/news/p-two.html", SiteServer.html("<p>two</p>"));
    // A visit that began before the pause may end.
    Eventually.pause(Duration.ofMillis(500));
    int asked = site.askedOfHost(host).size();
    Eventually.pause(Duration.ofSeconds(1));
    assertThat(site.askedOfHost(host)).hasSize(asked);

    given().post("/v1/sources/rest-crawled/resume").then().body("paused", is(false));
    Eventually.holds(() -> assertThat(revisions(host, "two")).isEqualTo(1));
    assertThat(revisions(host, "one")).isEqualTo(1);
    given().delete("/v1/sources/rest-crawled").then().statusCode(204);
  }

  @Test
  void whatIsChangedOutranksTheFileUntilItIsReset() {
    String host = "rest-outranks.example";
    site.put(host + "/news/default.html", listing("one"));
    site.put(host + "/news/p-one.html", SiteServer.html("<p>one</p>"));
    yaml(declaration("white-house-en", host))
        .put("/v1/sources/white-house-en")
        .then()
        .statusCode(200)
        .body("origin", is("rest"))
        .body("overrides", is(true))
        .body("reason", is("declared over REST"));
    Eventually.holds(() -> assertThat(revisions(host, "one")).isEqualTo(1));

    given()
        .post("/v1/sources/white-house-en/reset")
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("origin", is("shipped"))
        .body("overrides", is(false))
        .body("fetched", is(false))
        .body("changedAt", is(nullValue()));
    given().post("/v1/sources/white-house-en/crawl").then().statusCode(409);
  }

  @Test
  void aDeletedSourceKeepsItsPagesAndStaysDeletedUntilItIsReset() {
    String url = "https://www.un.org/press/en/2026/db260301.doc.htm";
    send("un-noon-en", url).then().statusCode(202);
    given().delete("/v1/sources/un-noon-en").then().statusCode(204);

    given().get("/v1/sources").then().body("items.id", not(hasItem("un-noon-en")));
    for (Response answer :
        List.of(
            given().get("/v1/sources/un-noon-en"),
            given().delete("/v1/sources/un-noon-en"),
            given().post("/v1/sources/un-noon-en/pause"),
            given().post("/v1/sources/un-noon-en/crawl"),
            given().post("/v1/sources/un-noon-en/dry-run"))) {
      answer.then().statusCode(410).body("code", is("source-deleted"));
    }
    given().get("/v1/pages/" + PageIds.of(url)).then().body("revisionCount", is(1));
    given().get("/v1/pages?source=un-noon-en").then().body("items.url", hasItem(url));
    send("un-noon-en", url).then().statusCode(404);

    given().post("/v1/sources/un-noon-en/reset").then().statusCode(200);
    send("un-noon-en", url).then().statusCode(200);
  }

  @Test
  void aListingGoesOverToAnotherSourceWithAllThatItLeadsTo() {
    String host = "rest-heir.example";
    String paging = "<script>var countPage = 2</script>";
    site.put(host + "/news/default.html", SiteServer.html(paging));
    site.put(host + "/news/default_1.html", listing("never"));
    site.put(host + "/robots.txt", SiteServer.ok("text/plain", "User-agent: *\nDisallow: /news/p"));
    yaml(paged("rest-first", host)).post("/v1/sources").then().statusCode(201);
    Eventually.holds(() -> assertThat(visit(host, "never")).isEqualTo("robots"));

    given().delete("/v1/sources/rest-first").then().statusCode(204);
    yaml(paged("rest-heir", host)).post("/v1/sources").then().statusCode(201);

    Eventually.holds(() -> assertThat(source(host, "never")).isEqualTo("rest-heir"));
    Eventually.holds(() -> assertThat(site.asked(host + "/news/default_1.html")).hasSize(2));
    given().delete("/v1/sources/rest-heir").then().statusCode(204);
  }

  private static String paged(String id, String host) {
    return declaration(id, host).replace("default.html'}", "default.html', paging: suffix}");
  }

  private static Response send(String source, String url) {
    return given()
        .header("Content-Type", "text/html")
        .header("Content-Location", url)
        .body("<p>sent</p>".getBytes(StandardCharsets.UTF_8))
        .post("/v1/pages?source=" + source);
  }

  private static SiteServer.Answer listing(String... names) {
    StringBuilder html = new StringBuilder();
    for (String name : names) {
      html.append("<a href='p-").append(name).append(".html'>x</a>");
    }
    return SiteServer.html(html.toString());
  }

  private static int revisions(String host, String name) {
    Integer count = page(host, name).get("revisionCount");
    return count == null ? 0 : count;
  }

  private static String visit(String host, String name) {
    return page(host, name).getString("visit.state");
  }

  private static String source(String host, String name) {
    return page(host, name).getString("source");
  }

  private static JsonPath page(String host, String name) {
    String url = "https://" + host + "/news/p-" + name + ".html";
    return given().get("/v1/pages/" + PageIds.of(url)).jsonPath();
  }
}
