package dev.podium.ingest.frontier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.IngestTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@IngestTest
class DryRunIT {

  private static final String HOST = "dry.example";

  SiteServer site;

  @Test
  void saysWhatWouldBeFetchedAndWhyAndChangesNothing() {
    site.put(HOST + "/robots.txt", SiteServer.ok("text/plain", "User-agent: *\nDisallow: /n/p-no"));
    site.put(
        HOST + "/n/default.html",
        SiteServer.html(
            """
            <script>var countPage = 30</script>
            <a href=p-1.html>1</a> <a href=p-1.html#x>1</a> <a href=p-2.html>2</a>
            <a href=p-no.html>no</a> <a href=p-3.pdf>3</a> <a href=/>home</a>
            <a href='mailto:a@b.example'>mail</a>
            """));

    JsonPath listing = dryRun("https://dry.example/n/default.html");

    assertThat(listing.getString("outcome")).isEqualTo("fetched");
    assertThat(listing.getInt("httpStatus")).isEqualTo(200);
    assertThat(listing.getString("robots")).isEqualTo("allowed by robots.txt: no rule matches");
    assertThat(listing.<String>getList("taken.items.url"))
        .containsExactly(
            "https://dry.example/n/p-1.html",
            "https://dry.example/n/p-2.html",
            "https://dry.example/n/p-no.html");
    assertThat(listing.<String>getList("taken.items.rule")).containsOnly("/p-");
    assertThat(listing.<String>getList("leftOut.items.reason"))
        .containsExactly("an exclude rule matches", "no include rule matches", "no web address");
    assertThat(listing.getInt("further.total")).isEqualTo(29);
    assertThat(listing.<String>getList("further.items"))
        .hasSize(20)
        .startsWith("https://dry.example/n/default_1.html");
    assertThat(listing.<String>getList("warnings"))
        .containsExactly("robots.txt disallows 1 of the links that are taken");
    assertThat(site.asked(HOST + "/n/default.html")).hasSize(1);
    assertThat(site.asked(HOST + "/n/p-1.html")).isEmpty();
    given().get("/v1/pages/" + PageIds.of("https://dry.example/n/p-1.html")).then().statusCode(404);
    given().get("/v1/sources/dry").then().statusCode(404);
  }

  @Test
  void saysWhatIsInTheWay() {
    site.put(
        "dry-no.example/robots.txt", SiteServer.ok("text/plain", "User-agent: *\nDisallow: /"));
    site.put("dry-nothing.example/a/", SiteServer.html("<a href=/about>x</a>"));
    site.put("dry-bare.example/a/", SiteServer.html("<p>nothing</p>"));
    site.put("dry-moved.example/a/", moved("https://dry-nothing.example/a/"));
    site.put("dry-inside.example/a/", moved("http://127.0.0.1:1/secret"));
    site.put("dry-loop.example/a/", moved("/a/"));
    site.put("dry-busy.example/a/", SiteServer.status(429, "Retry-After: 60\r\n", ""));
    site.put("dry-pdf.example/a/", SiteServer.ok("application/pdf", "%PDF"));

    expect("dry-no", "disallowed", "disallowed by robots.txt: Disallow: / (User-agent: *)");
    expect("dry-missing", "missing", "HTTP 404");
    expect(
        "dry-inside", "refused", "127.0.0.1 is not connected to: 127.0.0.1 is a loopback address");
    expect("dry-loop", "hop", "more than 5 redirects, the last one to https://dry-loop.example/a/");
    expect("dry-busy", "throttled", "HTTP 429, the host asks for 60 s");
    assertThat(of("dry-pdf").<String>getList("warnings"))
        .contains(
            "the Content-Type is application/pdf, which no page has", "the page has no links");
    assertThat(of("dry-nothing").<String>getList("warnings"))
        .containsExactly(
            "no link matches", "no further pages were found, though its paging is suffix");
    assertThat(of("dry-bare").<String>getList("warnings")).contains("the page has no links");
    assertThat(of("dry-moved").<String>getList("warnings"))
        .contains("no link matches", "it redirects to https://dry-nothing.example/a/");
  }

  @Test
  void aHostIsAskedInItsTurnOnly() {
    site.put("dry-later.example/a/", SiteServer.status(503, "Retry-After: 3600\r\n", ""));
    expect("dry-later", "throttled", "HTTP 503, the host asks for 3600 s");
    expect("dry-later", "waiting", "the turn of dry-later.example did not come yet; it does by 2");
    assertThat(site.asked("dry-later.example/a/")).hasSize(1);
  }

  @Test
  void aKnownSourceIsLookedAtWhereItsSiteMayBeFetchedFrom() {
    given()
        .post("/v1/sources/crawled-calm/dry-run")
        .then()
        .statusCode(200)
        .body("source", is("crawled-calm"))
        .body("listings[0].url", is("https://calm.example/news/default.html"));
    given()
        .post("/v1/sources/mfa-cn-fr/dry-run")
        .then()
        .statusCode(409)
        .body("code", is("source-not-fetched"));
    given().post("/v1/sources/nobody/dry-run").then().statusCode(404);
  }

  private static void expect(String host, String outcome, String reason) {
    JsonPath listing = of(host);
    assertThat(listing.getString("outcome")).as(host).isEqualTo(outcome);
    assertThat(listing.getString("reason")).as(host).startsWith(reason);
  }

  private static JsonPath of(String host) {
    return dryRun("https://" + host + ".example/a/");
  }

  private static JsonPath dryRun(String listing) {
    String declaration =
        """
        {"id": "dry", "name": "A trial", "organisation": "dry", "series": "regular",
         "language": "en", "timeZone": "Europe/Oslo", "delay": "10ms",
         "listings": [{"url": "%s", "paging": "suffix"}],
         "links": {"include": ["/p-"], "exclude": ["\\\\.pdf$"]}}
        """
            .formatted(listing);
    return given()
        .header("Content-Type", "application/json")
        .body(declaration.getBytes(StandardCharsets.UTF_8))
        .post("/v1/sources/dry-run")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .setRootPath("listings[0]");
  }

  private static SiteServer.Answer moved(String location) {
    return SiteServer.status(302, "Location: " + location + "\r\n", "");
  }
}
