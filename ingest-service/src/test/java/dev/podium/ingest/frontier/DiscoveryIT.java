package dev.podium.ingest.frontier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IngestTest
class DiscoveryIT {

  private static final String LIST = "numbered.example/news?order=desc&page=";

  SiteServer site;

  private final Session database;

  DiscoveryIT(Session database) {
    this.database = database;
  }

  @Test
  void walksNumberedPagesAndBackfillsARangeOfDays() {
    site.put("numbered.example/news/p-d1.html", SiteServer.html("<p>one</p>"));
    site.put("numbered.example/news/p-in.html", SiteServer.html("<p>in the range</p>"));
    site.put("numbered.example/news/p-undated.html", SiteServer.html("<p>undated</p>"));
    site.put("numbered.example/news/p-out.html", SiteServer.html("<p>out of the range</p>"));
    for (int page = 6; page > 0; page--) {
      site.put(LIST + page, listing("d" + page + " 2024-0" + (7 - page) + "-01"));
    }
    // What is behind the last page is the last page again.
    site.put(LIST + 7, listing("d6 2024-01-01"));
    Eventually.holds(() -> assertThat(site.asked(LIST + 7)).isNotEmpty());
    Eventually.holds(() -> assertThat(archived("numbered", "news/p-d1")).isTrue());
    assertThat(site.asked(LIST + 8)).isEmpty();
    assertThat(site.asked(LIST + 3)).hasSize(1);

    site.put(LIST + 3, listing("d3 2024-04-01", "in 2024-04-02", "out 2024-05-02", "undated -"));
    given()
        .post("/v1/sources/crawled-numbered/backfill?from=2024-04-01&to=2024-04-30")
        .then()
        .statusCode(202)
        .body("source", equalTo("crawled-numbered"))
        .body("from", equalTo("2024-04-01"))
        .body("listings", contains("https://" + LIST + 1));
    Eventually.holds(() -> assertThat(archived("numbered", "news/p-in")).isTrue());
    Eventually.holds(() -> assertThat(archived("numbered", "news/p-undated")).isTrue());
    // The page behind was the last to be walked, since all on it is older.
    Eventually.holds(() -> assertThat(site.asked(LIST + 4)).hasSize(2));
    assertThat(entry("listing", "https://" + LIST + 3))
        .isEqualTo(
            "watched: 4 links, 2 of them new; backfill of 2024-04-01 to 2024-04-30: 3 links");
    assertThat(site.asked(LIST + 5)).hasSize(1);
    assertThat(site.asked("numbered.example/news/p-out.html")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "- | 400 | from | from is missing",
        "from=2024-04-01 | 400 | to | to is missing",
        "from=2024-04-31&to=2024-05-01 | 400 | from | 2024-04-31\" is no day",
        "from=April&to=2024-05-01 | 400 | from | write it as 2024-04-03",
        "from=2024-04-01&to=%2B999999999-12-31 | 400 | to | is no day",
        "from=2024-05-02&to=2024-05-01 | 400 | to | 2024-05-01 is before from, which is 2024-05-02",
        "from=2999-01-01&to=2999-02-01 | 400 | from | 2999-01-01 is in the future",
        "from=0024-05-02&to=2024-05-01 | 400 | from | 0024-05-02 is before 1990-01-01"
      })
  void aWrongRangeIsRefusedWithTheReason(String query, int status, String name, String detail) {
    given()
        .urlEncodingEnabled(false)
        .post("/v1/sources/crawled-numbered/backfill" + (query == null ? "" : '?' + query))
        .then()
        .statusCode(status)
        .body("errors[0].name", equalTo(name))
        .body("errors[0].detail", containsString(detail));
  }

  @ParameterizedTest
  @CsvSource({
    "nobody,404,unknown-source",
    "mfa-cn-fr,409,source-not-fetched",
    "crawled-tongue,409,nothing-to-walk"
  })
  void aBackfillNeedsASourceThatIsFetchedAndDeclaresSomething(String id, int status, String code) {
    given()
        .post("/v1/sources/" + id + "/backfill?from=2024-04-01&to=2024-04-30")
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }

  @Test
  void readsSitemapsAndFeedsByTheLinkRulesAndWithinLimits() throws IOException {
    site.put("told.example/news/p-s1.html", SiteServer.html("<p>of a sitemap</p>"));
    site.put("told.example/news/p-f1.html", SiteServer.html("<p>of a feed</p>"));
    site.put("told.example/part.xml.gz", gzip(urlset("p-s1", "about"), 1));
    site.put("told.example/bomb.xml.gz", gzip(" ".repeat(1024 * 1024), 80));
    site.put("told.example/oops.xml", SiteServer.html("<p>no sitemap<br></p>"));
    site.put(
        "told.example/inside.xml",
        SiteServer.ok(
            "text/xml", urlset("p-x").replace("https://told.example", "http://127.0.0.1")));
    site.put("told.example/deep.xml", index("deep.xml?1"));
    site.put("told.example/deep.xml?1", index("deep.xml?2"));
    site.put("told.example/deep.xml?2", index("deep.xml?3"));
    site.put("told.example/deep.xml?3", index("deep.xml?4"));
    site.put(
        "told.example/sitemap.xml",
        index(
            "part.xml.gz",
            "bomb.xml.gz",
            "oops.xml",
            "inside.xml",
            "deep.xml",
            "http://127.0.0.1/s.xml"));
    site.put(
        "told.example/feed.xml",
        SiteServer.ok(
            "application/rss+xml",
            "<rss><item><link>/news/p-f1.html</link></item><item><link>/x</link></item></rss>"));

    Eventually.holds(() -> assertThat(archived("told", "news/p-s1")).isTrue());
    Eventually.holds(() -> assertThat(archived("told", "news/p-f1")).isTrue());
    assertThat(entry("sitemap", "https://told.example/sitemap.xml"))
        .contains("left out: 1 sitemap on other hosts; 5 sitemaps");
    await("sitemap", "https://told.example/part.xml.gz", "watched: 1 link,");
    await("sitemap", "https://told.example/bomb.xml.gz", "refused: only its first 52428800 bytes");
    await("sitemap", "https://told.example/oops.xml", "refused: it is broken off in line 1");
    await("sitemap", "https://told.example/inside.xml", "watched: 1 link,");
    await("page", "http://127.0.0.1/news/p-x.html", "refused: 127.0.0.1 is not connected to");
    await(
        "sitemap",
        "https://told.example/deep.xml?2",
        "watched: sitemaps nested deeper than 3 are not followed");
    await("feed", "https://told.example/feed.xml", "watched: 1 link,");
    assertThat(site.asked("told.example/deep.xml?3")).isEmpty();
  }

  @Test
  void aPagesOtherLanguagesGoToTheSourcesThatTheyAreOf() {
    site.put("tongue.example/fr/p-1.html", SiteServer.html("<p>en français</p>"));
    site.put(
        "numbered.example/news/p-tongues.html",
        SiteServer.html(
            "<link rel='alternate' hreflang='zh' href='https://www.mfa.gov.cn/web/fyrbt_673021/t1.shtml'>"
                + "<p>in English</p><a href='https://tongue.example/fr/p-2.html'>unmarked</a>"
                + "<div class='lan_btn'><a href='https://tongue.example/fr/p-1.html'>"
                + "<img data-desc='法文'></a></div>"));
    site.put(LIST + 1, listing("tongues 2024-07-01", "d1 2024-06-01"));
    given().post("/v1/sources/crawled-numbered/crawl").then().statusCode(202);

    Eventually.holds(() -> assertThat(archived("tongue", "fr/p-1")).isTrue());
    given()
        .get("/v1/pages/" + PageIds.of("https://tongue.example/fr/p-1.html"))
        .then()
        .body("source", equalTo("crawled-tongue"));
    assertThat(entry("page", "https://tongue.example/fr/p-2.html")).isNull();
    assertThat(entry("page", "https://www.mfa.gov.cn/web/fyrbt_673021/t1.shtml")).isNull();
  }

  private void await(String kind, String address, String start) {
    Eventually.holds(() -> assertThat(entry(kind, address)).as(address).startsWith(start));
  }

  private String entry(String kind, String address) {
    return FrontierRows.state(database, kind, address);
  }

  private static boolean archived(String host, String page) {
    String url = "https://" + host + ".example/" + page + ".html";
    Integer count = given().get("/v1/pages/" + PageIds.of(url)).jsonPath().get("revisionCount");
    return count != null && count > 0;
  }

  /** Entries are a name and a day each. */
  private static SiteServer.Answer listing(String... entries) {
    StringBuilder html = new StringBuilder("<ul>");
    for (String entry : entries) {
      List<String> parts = List.of(entry.split(" ", -1));
      html.append("<li><a href='/news/p-").append(parts.getFirst()).append(".html'>x</a> ");
      html.append(parts.getLast()).append("</li>");
    }
    return SiteServer.html(html.toString());
  }

  private static String urlset(String... names) {
    StringBuilder xml = new StringBuilder("<urlset>");
    for (String name : names) {
      xml.append("<url><loc>https://told.example/news/").append(name).append(".html</loc></url>");
    }
    return xml.append("</urlset>").toString();
  }

  private static SiteServer.Answer index(String... names) {
    StringBuilder xml = new StringBuilder("<sitemapindex>");
    for (String name : names) {
      String address = name.startsWith("http") ? name : "https://told.example/" + name;
      xml.append("<sitemap><loc>").append(address).append("</loc></sitemap>");
    }
    return SiteServer.ok("application/xml", xml.append("</sitemapindex>").toString());
  }

  private static SiteServer.Answer gzip(String piece, int times) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < times; i++) {
        gzip.write(piece.getBytes(StandardCharsets.UTF_8));
      }
    }
    return (asked, out) -> {
      SiteServer.head(out, 200, "Content-Type: application/gzip\r\n");
      packed.writeTo(out);
    };
  }
}
