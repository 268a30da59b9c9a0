package dev.podium.ingest.frontier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.ingest.IngestTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Dry runs of sources that are discovered by sitemaps and feeds. */
@IngestTest
class DryRunToldIT {

  private static final String HOST = "dry-told.example";

  SiteServer site;

  @Test
  void saysWhatASitemapWouldLeadTo() {
    site.put(HOST + "/robots.txt", SiteServer.ok("text/plain", "User-agent: *\nDisallow: /p-no"));
    site.put(
        HOST + "/pages.xml",
        SiteServer.ok(
            "application/xml",
            """
            <urlset><url><loc>https://dry-told.example/p-1.html</loc></url>
            <url><loc>https://dry-told.example/p-no.html</loc></url>
            <url><loc>https://dry-told.example/about</loc></url></urlset>
            """));

    JsonPath sitemap = dryRun("sitemaps", "https://dry-told.example/pages.xml");

    assertThat(sitemap.getString("url")).isEqualTo("https://dry-told.example/pages.xml");
    assertThat(sitemap.getString("outcome")).isEqualTo("fetched");
    assertThat(sitemap.getInt("httpStatus")).isEqualTo(200);
    assertThat(sitemap.<String>getList("taken.items.url"))
        .containsExactly("https://dry-told.example/p-1.html", "https://dry-told.example/p-no.html");
    assertThat(sitemap.<String>getList("taken.items.rule")).containsOnly("/p-");
    assertThat(sitemap.<String>getList("leftOut.items.reason"))
        .containsExactly("no include rule matches");
    assertThat(sitemap.<String>getList("warnings"))
        .containsExactly("robots.txt disallows 1 of the links that are taken");
    assertThat(site.asked(HOST + "/p-1.html")).isEmpty();
  }

  @Test
  void saysWhichSitemapsOfAnIndexWouldBeFollowed() {
    site.put(
        HOST + "/index.xml",
        SiteServer.ok(
            "application/xml",
            """
            <sitemapindex><sitemap><loc>https://dry-told.example/1.xml</loc></sitemap>
            <sitemap><loc>https://elsewhere.example/2.xml</loc></sitemap></sitemapindex>
            """));

    JsonPath index = dryRun("sitemaps", "https://dry-told.example/index.xml");

    assertThat(index.<String>getList("further.items"))
        .containsExactly("https://dry-told.example/1.xml");
    assertThat(index.<String>getList("leftOut.items.url"))
        .containsExactly("https://elsewhere.example/2.xml");
    assertThat(index.<String>getList("leftOut.items.reason"))
        .containsExactly("a sitemap on another host");
    assertThat(index.<String>getList("warnings"))
        .containsExactly("it is an index, and what its sitemaps list is not looked at");
    assertThat(site.asked(HOST + "/1.xml")).isEmpty();
  }

  @Test
  void anIndexThatMovedToAnotherHostIsFollowedThere() {
    site.put(
        "dry-bare.example/index.xml",
        SiteServer.status(301, "Location: https://dry-www.example/index.xml\r\n", ""));
    site.put(
        "dry-www.example/index.xml",
        SiteServer.ok(
            "application/xml",
            "<sitemapindex><sitemap><loc>https://dry-www.example/1.xml</loc></sitemap>"
                + "</sitemapindex>"));

    JsonPath index = dryRun("sitemaps", "https://dry-bare.example/index.xml");

    assertThat(index.<String>getList("further.items"))
        .containsExactly("https://dry-www.example/1.xml");
    assertThat(index.getInt("leftOut.total")).isZero();
  }

  @Test
  void saysWhatAFeedWouldLeadTo() {
    site.put(
        HOST + "/feed.xml",
        SiteServer.ok(
            "application/rss+xml",
            """
            <rss><channel><item><link>/p-3.html</link></item>
            <item><link>https://dry-told.example/about</link></item></channel></rss>
            """));

    JsonPath feed = dryRun("feeds", "https://dry-told.example/feed.xml");

    assertThat(feed.<String>getList("taken.items.url"))
        .containsExactly("https://dry-told.example/p-3.html");
    assertThat(feed.getInt("leftOut.total")).isEqualTo(1);
    assertThat(feed.<String>getList("warnings")).isEmpty();
  }

  @Test
  void saysWhatIsInTheWayOfSitemapsAndFeeds() {
    site.put(HOST + "/shell", SiteServer.html("<html><body>sorry</body></html>"));
    site.put(HOST + "/empty.xml", SiteServer.ok("application/xml", "<urlset></urlset>"));
    site.put(HOST + "/dull.xml", SiteServer.ok("application/xml", "<rss><channel/></rss>"));
    site.put(
        HOST + "/broken.xml",
        SiteServer.ok(
            "application/xml", "<urlset><url><loc>https://dry-told.example/a</loc></url><url>"));

    JsonPath page = dryRun("feeds", "https://dry-told.example/shell");
    assertThat(page.getString("outcome")).isEqualTo("refused");
    assertThat(page.getString("reason")).isEqualTo("it is no feed: it begins with html");
    assertThat(page.getInt("httpStatus")).isEqualTo(200);
    assertThat(dryRun("sitemaps", "https://dry-told.example/none").getString("reason"))
        .isEqualTo("HTTP 404");
    assertThat(warnings("sitemaps", "empty.xml"))
        .containsExactly("the sitemap lists no page with a whole address");
    assertThat(warnings("feeds", "dull.xml")).containsExactly("the feed has no item with a link");
    assertThat(warnings("sitemaps", "broken.xml"))
        .hasSize(2)
        .contains("no link matches")
        .anySatisfy(warning -> assertThat(warning).startsWith("it is broken off"));
  }

  private static Iterable<String> warnings(String kind, String file) {
    return dryRun(kind, "https://dry-told.example/" + file).getList("warnings");
  }

  private static JsonPath dryRun(String kind, String url) {
    String declaration =
        """
        {"id": "dry-told", "name": "A trial", "organisation": "dry", "series": "regular",
         "language": "en", "timeZone": "Europe/Oslo", "delay": "10ms",
         "%s": ["%s"], "links": {"include": ["/p-"]}}
        """
            .formatted(kind, url);
    return given()
        .header("Content-Type", "application/json")
        .body(declaration.getBytes(StandardCharsets.UTF_8))
        .post("/v1/sources/dry-run")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .setRootPath(kind + "[0]");
  }
}
