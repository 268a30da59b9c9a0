package dev.podium.ingest.frontier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import dev.podium.ingest.archive.Captures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sources that the documentation shows, as somebody would take them from there. */
@IngestTest
class DocumentedSourcesIT {

  private static final Path DOCUMENTATION = Path.of("../docs/sources.md");
  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  SiteServer site;

  @Test
  void aSitemapAloneIsEnough() throws IOException {
    String page = "https://gov-map.example/briefings/2026-03-02.html";
    site.put(
        "gov-map.example/sitemap.xml",
        SiteServer.ok("application/xml", "<urlset><url><loc>" + page + "</loc></url></urlset>"));
    site.put("gov-map.example/briefings/2026-03-02.html", SiteServer.html("<p>one</p>"));

    declare("gov-map-en");

    Eventually.holds(() -> assertThat(revisions(page)).isEqualTo(1));
    given().delete("/v1/sources/gov-map-en").then().statusCode(204);
  }

  @Test
  void aFeedAloneIsEnough() throws IOException {
    String page = "https://gov-feed.example/briefings/2026-03-02.html";
    site.put(
        "gov-feed.example/briefings.rss",
        SiteServer.ok(
            "application/rss+xml",
            "<rss><channel><item><link>" + page + "</link></item></channel></rss>"));
    site.put("gov-feed.example/briefings/2026-03-02.html", SiteServer.html("<p>one</p>"));

    declare("gov-feed-en");

    Eventually.holds(() -> assertThat(revisions(page)).isEqualTo(1));
    given().delete("/v1/sources/gov-feed-en").then().statusCode(204);
  }

  @Test
  void pagesOfASourceThatDeclaresNothingToFetchAreSent() throws IOException {
    String page = "https://gov-post.example/briefings/2026-03-02.html";
    declare("gov-post-en");

    Captures.send("gov-post-en", page, Instant.now(), "<p>one</p>").then().statusCode(202);

    assertThat(revisions(page)).isEqualTo(1);
    given().delete("/v1/sources/gov-post-en").then().statusCode(204);
  }

  private static void declare(String id) throws IOException {
    String declaration =
        BLOCK
            .matcher(Files.readString(DOCUMENTATION))
            .results()
            .map(block -> block.group(1))
            .filter(text -> text.startsWith("id: " + id + '\n'))
            .findFirst()
            .orElseThrow();
    Declared.yaml(declaration).post("/v1/sources").then().statusCode(201);
  }

  private static int revisions(String url) {
    Integer count = given().get("/v1/pages/" + PageIds.of(url)).jsonPath().get("revisionCount");
    return count == null ? 0 : count;
  }
}
