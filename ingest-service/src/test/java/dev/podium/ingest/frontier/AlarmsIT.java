package dev.podium.ingest.frontier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Rejection;
import dev.podium.contracts.page.PageEvent;
import dev.podium.contracts.topic.Topics;
import dev.podium.ingest.Briefings;
import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import dev.podium.ingest.Topic;
import dev.podium.ingest.archive.Captures;
import dev.podium.kit.record.RecordHeaders;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each kind of alarm, from its cause on a site until it is over. */
@IngestTest
class AlarmsIT {

  private static final String EMPTY_FEED = "<rss><channel></channel></rss>";

  private final Session database;

  SiteServer site;
  private String id;

  AlarmsIT(Session database) {
    this.database = database;
  }

  @AfterEach
  void noFurtherVisits() {
    given().delete("/v1/sources/" + id);
  }

  @Test
  void aFeedThatYieldsNothingIsAnAlarmUntilItDoesAgain() {
    site.put("alarm-feed.example/feed", feed(item("alarm-feed", "one")));
    declare("alarm-feed", "feeds: ['https://alarm-feed.example/feed']");
    Eventually.holds(() -> assertThat(site.asked("alarm-feed.example/feed")).hasSizeGreaterThan(2));

    // Most servers say of a feed that stays empty that it is not modified.
    site.put("alarm-feed.example/feed", unmodified(EMPTY_FEED));

    raised("listing-empty", "https://alarm-feed.example/feed has had no link since");
    site.put("alarm-feed.example/feed", feed(item("alarm-feed", "one")));
    cleared("listing-empty");
  }

  @Test
  void aSitemapThatIsNoneAnyMoreIsAnAlarm() {
    String sitemap = "alarm-map.example/sitemap.xml";
    site.put(
        sitemap,
        SiteServer.ok(
            "application/xml",
            "<urlset><url><loc>https://alarm-map.example/news/p-1.html</loc></url></urlset>"));
    declare("alarm-map", "sitemaps: ['https://" + sitemap + "']");
    Eventually.holds(() -> assertThat(site.asked(sitemap)).hasSizeGreaterThan(2));

    site.put(sitemap, SiteServer.html("<html><body>We are rebuilding.</body></html>"));

    raised("listing-empty", "https://" + sitemap + " has had no link since");
    site.put("alarm-map.example/new.xml", SiteServer.ok("application/xml", "<urlset/>"));
    redeclare("alarm-map", "sitemaps: ['https://alarm-map.example/new.xml']");
    cleared("listing-empty");
  }

  @Test
  void aSourceThatMissesItsBriefingsIsOverdueUntilOneComes() {
    site.put("alarm-late.example/news/", linking("one"));
    declare(
        "alarm-late",
        "listings: [{url: 'https://alarm-late.example/news/'}]",
        "calendar: {weekdays: [mon, tue, wed, thu, fri, sat, sun]}");
    Eventually.holds(
        () -> assertThat(site.asked("alarm-late.example/news/")).hasSizeGreaterThan(1));

    alter("found_at = now() - interval '10 days'", "kind = 'listing'");

    raised("overdue", "no briefing since the first look on ");
    site.put("alarm-late.example/news/", linking("one", "two"));
    cleared("overdue");
  }

  @Test
  void aSourceOfWhichNoListingCanBeReadIsUnreachableUntilOneCan() {
    site.put("alarm-down.example/news/", SiteServer.status(500, "", "sorry"));
    declare("alarm-down", "listings: [{url: 'https://alarm-down.example/news/'}]");
    Eventually.holds(() -> assertThat(site.asked("alarm-down.example/news/")).isNotEmpty());

    alter("found_at = now() - interval '7 hours'", "kind = 'listing'");

    raised("unreachable", "no listing, sitemap or feed could be read since ");
    site.put("alarm-down.example/news/", linking("one"));
    cleared("unreachable");
  }

  @Test
  void aListingWhoseFurtherPagesVanishIsShorterUntilTheyAreBack() {
    IntStream.rangeClosed(1, 4).forEach(this::further);
    declare("alarm-short", "listings: [{url: 'https://alarm-short.example/news/', paging: query}]");
    Eventually.holds(() -> assertThat(lookedAt()).isGreaterThanOrEqualTo(3));
    IntStream.rangeClosed(2, 5)
        .forEach(page -> site.put(furtherAddress(page), SiteServer.status(404, "", "")));

    Eventually.holds(
        () -> {
          lookAtFurtherPages();
          assertThat(texts("listing-shorter"))
              .singleElement()
              .asString()
              .contains(" further pages of its listings are not there any more");
        });
    IntStream.rangeClosed(2, 4).forEach(this::further);
    Eventually.holds(
        () -> {
          lookAtFurtherPages();
          assertThat(texts("listing-shorter")).isEmpty();
        });
  }

  @Test
  void aSourceWhosePagesAllLeadToOneAddressIsRedirected() {
    String[] names = {"a", "b", "c", "d", "e", "f", "g", "h"};
    for (String name : names) {
      site.put(
          "alarm-away.example/news/p-" + name + ".html",
          SiteServer.status(302, "Location: /sorry\r\n", ""));
    }
    site.put("alarm-away.example/sorry", SiteServer.html("<p>We have moved.</p>"));
    site.put("alarm-away.example/news/", linking(names));

    declare(
        "alarm-away",
        "listings: [{url: 'https://alarm-away.example/news/'}]",
        "listingInterval: 30s");

    raised("redirected", " pages last looked at lead to https://alarm-away.example/sorry");
  }

  @Test
  void aSourceWhosePagesAreNoBriefingsAnyMoreIsRejectedUntilOneIs() {
    declare("alarm-none", "listings: [{url: 'https://alarm-none.example/news/'}]");
    List<String> urls = Stream.generate(Captures::url).limit(6).toList();

    urls.subList(0, 5).forEach(url -> outcome(url, new Rejection("no-turns", "no question")));

    raised("rejected", "no briefing among the last 5 pages that changed, since ");
    outcome(urls.getLast(), null);
    cleared("rejected");
  }

  private void outcome(String url, Rejection rejection) {
    Captures.send(id, url, Instant.now(), "<p>" + url + "</p>").then().statusCode(202);
    PageEvent page =
        PageEvent.fromHeaders(
            RecordHeaders.read(
                Topic.await(Topics.PAGES, 1, found -> url.equals(found.key()))
                    .getFirst()
                    .headers()));
    Topic.write(List.of(Briefings.told(page, rejection)));
  }

  private void further(int page) {
    site.put(furtherAddress(page), linking("of-" + page));
  }

  private static String furtherAddress(int page) {
    return "alarm-short.example/news/" + (page == 1 ? "" : "?page=" + page);
  }

  /** Further pages that were read at least once. */
  private long lookedAt() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery(
                        "select count(*) from frontier"
                            + " where source = :id and number > 0 and looks > 0",
                        Long.class)
                    .setParameter("id", id)
                    .getSingleResult());
  }

  private void declare(String source, String... lines) {
    id = source;
    Declared.yaml(declaration(source, lines)).post("/v1/sources").then().statusCode(201);
  }

  private static void redeclare(String source, String... lines) {
    Declared.yaml(declaration(source, lines)).put("/v1/sources/" + source).then().statusCode(200);
  }

  private static String declaration(String source, String... lines) {
    String common =
        """
        id: %s
        name: A source that something happens to
        organisation: alarm
        series: regular
        language: en
        timeZone: Europe/Oslo
        links: {include: ['/news/p-[a-z0-9-]+\\.html$']}
        delay: 10ms
        pageInterval: 300ms
        goneAfter: 200ms
        """
            .formatted(source);
    String all = common + String.join("\n", lines) + '\n';
    return all.contains("listingInterval") ? all : all + "listingInterval: 200ms\n";
  }

  /**
   * Again and again: a look that is under way ends with what it saw before, and is put off long.
   */
  private void lookAtFurtherPages() {
    alter("due_at = least(due_at, now())", "number > 0");
  }

  private void alter(String change, String which) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeMutationQuery(
                        "update frontier set " + change + " where source = :id and " + which)
                    .setParameter("id", id)
                    .executeUpdate());
  }

  private void raised(String kind, String text) {
    Eventually.holds(
        () -> assertThat(texts(kind)).anySatisfy(alarm -> assertThat(alarm).contains(text)));
  }

  private void cleared(String kind) {
    Eventually.holds(() -> assertThat(texts(kind)).isEmpty());
  }

  private List<String> texts(String kind) {
    return given()
        .get("/v1/sources/" + id + "/health")
        .jsonPath()
        .getList("alarms.findAll{it.kind=='" + kind + "'}.text", String.class);
  }

  private static String item(String host, String name) {
    return "<item><link>https://" + host + ".example/news/p-" + name + ".html</link></item>";
  }

  private static SiteServer.Answer feed(String items) {
    return SiteServer.ok("application/rss+xml", "<rss><channel>" + items + "</channel></rss>");
  }

  private static SiteServer.Answer unmodified(String body) {
    return (asked, out) -> {
      SiteServer.Answer answer =
          "\"1\"".equals(asked.headers().get("if-none-match"))
              ? SiteServer.status(304, "ETag: \"1\"\r\n", "")
              : SiteServer.status(200, "ETag: \"1\"\r\n", body);
      answer.write(asked, out);
    };
  }

  private static SiteServer.Answer linking(String... names) {
    StringBuilder html = new StringBuilder();
    for (String name : names) {
      html.append("<a href='/news/p-").append(name).append(".html'>").append(name).append("</a>");
    }
    return SiteServer.html(html.toString());
  }
}
