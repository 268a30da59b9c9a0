package dev.podium.ingest.frontier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import dev.podium.truth.PageSets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** The real listing pages of the Chinese foreign ministry, crawled from end to end. */
@IngestTest
class RealListingIT {

  private static final Path PAGES =
      PageSets.data(Path.of("..").toAbsolutePath()).resolve("mfa-cn-zh-listing");
  private static final String LISTING = "real.example/web/wjdt_674879/fyrbt_674889/";
  private static final int LISTING_PAGES = 67;
  private static final Pattern ITEM =
      Pattern.compile("<li><a href=\"\\./((?:[0-9]{6}/)?t[0-9_]+\\.shtml)\"");

  SiteServer site;

  private final Session database;

  RealListingIT(Session database) {
    this.database = database;
  }

  @Test
  void everyConferenceIsFoundInOrderThroughAllPagesAndNoneTwice() throws IOException {
    assumeThat(PAGES).as("real listing pages beside the project").isDirectory();
    List<String> expected = new ArrayList<>();
    for (int number = 0; number < LISTING_PAGES; number++) {
      String html = Files.readString(PAGES.resolve(file(number, "html")));
      site.put(LISTING + (number == 0 ? "" : file(number, "shtml")), SiteServer.html(html));
      Matcher items = ITEM.matcher(html);
      while (items.find()) {
        expected.add(LISTING + items.group(1));
      }
    }
    assertThat(expected).hasSize(1000).doesNotHaveDuplicates();
    given().post("/v1/sources/crawled-real/crawl").then().statusCode(202);

    Eventually.holds(() -> assertThat(watched()).isEqualTo(LISTING_PAGES));
    Eventually.holds(() -> assertThat(inOrder()).containsExactlyElementsOf(expected));
    IntStream.range(1, LISTING_PAGES)
        .forEach(n -> assertThat(site.asked(LISTING + file(n, "shtml"))).hasSize(1));
    forget();
  }

  private static String file(int number, String extension) {
    return "default" + (number == 0 ? "" : "_" + number) + '.' + extension;
  }

  /** What was asked for, as it was asked, and then what is still to be asked for, as it will be. */
  private List<String> inOrder() {
    List<String> waiting =
        rows("state = 'new' and lease is null and kind = 'page' order by due_at, address");
    List<String> asked =
        site.askedOfHost("real.example").stream()
            .map(SiteServer.Asked::address)
            .filter(address -> address.matches(".*/t[0-9_]+\\.shtml"))
            .toList();
    List<String> all = new ArrayList<>(asked);
    waiting.stream()
        .map(address -> address.replace("https://", ""))
        .filter(address -> !asked.contains(address))
        .forEach(all::add);
    return all;
  }

  private int watched() {
    return rows("state = 'watched' and kind = 'listing'").size();
  }

  private List<String> rows(String condition) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery(
                        "select address from frontier where source = 'crawled-real' and "
                            + condition,
                        String.class)
                    .getResultList());
  }

  /** The pages themselves are nobody's matter here, and other tests share the frontier. */
  private void forget() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeMutationQuery("delete from frontier where source = 'crawled-real'")
                    .executeUpdate());
  }
}
