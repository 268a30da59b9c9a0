package dev.podium.ingest.frontier;

import static dev.podium.ingest.frontier.Declared.declaration;
import static dev.podium.ingest.frontier.Declared.yaml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However an address inside is spelt and wherever it comes from, nothing connects to it. */
@IngestTest
class ForbiddenTargetsIT {

  /** Of the 6bone, which nobody routes any more. */
  private static final String PUBLIC = "3ffe::1";

  private static final String SITE = "inside.example";

  /** It is not even tried, or there is no such host, or its public address does not answer. */
  private static final Pattern REFUSED =
      Pattern.compile(
          " refused: | robots: not fetched while robots.txt cannot be reached:"
              + " (there is no such host|too slow|broken off|no connection)");

  private static final List<String> HOSTS =
      List.of(
          "127.0.0.1",
          "127.0.0.1.",
          "127.1",
          "127.0.1",
          "2130706433",
          "0177.0.0.1",
          "017700000001",
          "0x7f000001",
          "0x7f.0.0.1",
          "0x7F.1",
          "127.000.000.001",
          "0",
          "0.0.0.0",
          "[::]",
          "[::1]",
          "[0:0:0:0:0:0:0:1]",
          "[::127.0.0.1]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:1]",
          "[::ffff:0:127.0.0.1]",
          "[64:ff9b::127.0.0.1]",
          "[64:ff9b:1::7f00:1]",
          "[2002:7f00:1::]",
          "[2001:0:7f00:1::]",
          "[fe80::1]",
          "[fe80::1%251]",
          "[fc00::1]",
          "[ff02::1]",
          "10.0.0.1",
          "100.64.0.1",
          "169.254.169.254",
          "172.16.0.1",
          "192.168.0.1",
          "224.0.0.1",
          "255.255.255.255",
          "localhost",
          "LOCALHOST",
          "%31%32%37.0.0.1",
          "１２７.０.０.１",
          "①②⑦。⓪。⓪。①",
          "user@127.0.0.1",
          "inside.test",
          "inside-six.test",
          "inside-mapped.test");

  /** Names that nobody knows, or not everybody, or that are public now and then. */
  private static final List<String> NAMES =
      List.of(
          "localhost.",
          "ip6-localhost",
          "rebound-at-once.test",
          "rebound-later.test",
          "rebound-late.test",
          "flapping.test",
          "mixed.test");

  SiteServer site;

  private final Session database;
  private final Bait bait = new Bait();

  ForbiddenTargetsIT(Session database) {
    this.database = database;
    ToldNames.tell("inside.test", List.of("127.0.0.1"));
    ToldNames.tell("inside-six.test", List.of("::1"));
    ToldNames.tell("inside-mapped.test", List.of("::ffff:127.0.0.1"));
    ToldNames.tell("rebound-at-once.test", List.of(PUBLIC, "127.0.0.1"));
    ToldNames.tell("rebound-later.test", List.of(PUBLIC, PUBLIC, "127.0.0.1"));
    ToldNames.tell("rebound-late.test", List.of(PUBLIC, PUBLIC, PUBLIC, "127.0.0.1"));
    ToldNames.tell("flapping.test", List.of("::1", PUBLIC, "::1", PUBLIC, "127.0.0.1"));
    ToldNames.tell("mixed.test", List.of("127.0.0.1+" + PUBLIC + "+::1"));
  }

  @AfterEach
  void close() throws IOException {
    // It would have been seen if anybody had come.
    new Socket(InetAddress.getLoopbackAddress(), bait.port()).close();
    Eventually.holds(() -> assertThat(bait.connected()).isEqualTo(1));
    bait.close();
  }

  @Test
  void nothingInsideIsReachedByAnyLink() throws SocketException {
    serve(Stream.of(HOSTS.stream(), ownAddresses(), NAMES.stream()).flatMap(all -> all).toList());
    yaml(tongues()).post("/v1/sources").then().statusCode(201);
    yaml(source()).post("/v1/sources").then().statusCode(201);

    Eventually.holds(
        () -> {
          for (String way : List.of("/moved-", "/listed-", "/mapped-", "/fed-", "/fr-")) {
            assertThat(pages(way)).hasSizeGreaterThan(HOSTS.size() / 2);
            assertThat(pages(way)).as(way).allMatch(page -> REFUSED.matcher(page).find());
          }
        });
    assertThat(bait.connected()).isZero();
    given().delete("/v1/sources/inside-source").then().statusCode(204);
    given().delete("/v1/sources/inside-tongue").then().statusCode(204);
  }

  @Test
  void nothingInsideIsDeclared() throws SocketException {
    List<String> accepted =
        Stream.of(HOSTS.stream(), ownAddresses(), NAMES.stream())
            .flatMap(all -> all)
            .filter(this::isDeclared)
            .toList();
    assertThat(accepted).isSubsetOf(NAMES);
    assertThat(bait.connected()).isZero();
  }

  private boolean isDeclared(String host) {
    String inside = "http://" + host + ':' + bait.port() + '/';
    String declaration = declaration("inside-declared", "x").replace("https://x/", inside);
    int status = yaml(declaration).post("/v1/sources").statusCode();
    if (status == 201) {
      given().delete("/v1/sources/inside-declared").then().statusCode(204);
    }
    return status == 201;
  }

  private void serve(List<String> hosts) {
    StringBuilder listing = new StringBuilder("<a href='/tongues-0.html'>x</a>");
    StringBuilder sitemap = new StringBuilder("<urlset>");
    StringBuilder feed = new StringBuilder("<rss>");
    StringBuilder tongues = new StringBuilder("<p>in other languages</p>");
    for (int i = 0; i < hosts.size(); i++) {
      String address = "http://" + hosts.get(i) + ":" + bait.port();
      site.put(SITE + "/moved-" + i + ".html", Misbehaviour.moved(address + "/secret"));
      listing.append("<a href='/moved-").append(i).append(".html'>x</a>");
      listing.append("<a href='").append(address).append("/listed-0.html'>x</a>");
      sitemap.append("<url><loc>").append(address).append("/mapped-0.html</loc></url>");
      feed.append("<item><link>").append(address).append("/fed-0.html</link></item>");
      tongues.append("<a hreflang=fr href='").append(address).append("/fr-0.html'>x</a>");
    }
    site.put(SITE + "/news/default.html", SiteServer.html(listing.toString()));
    site.put(SITE + "/sitemap.xml", SiteServer.ok("text/xml", sitemap.append("</urlset>") + ""));
    site.put(SITE + "/feed.xml", SiteServer.ok("text/xml", feed.append("</rss>") + ""));
    site.put(SITE + "/tongues-0.html", SiteServer.html(tongues.toString()));
  }

  private static String source() {
    return declaration("inside-source", SITE)
            .replace("/news/p-[a-z0-9-]+", "/(moved|listed|mapped|fed|tongues)-[0-9]+")
        + "sitemaps: ['https://inside.example/sitemap.xml']\n"
        + "feeds: ['https://inside.example/feed.xml']\n";
  }

  private static String tongues() {
    return declaration("inside-tongue", SITE)
        .replace("/news/p-[a-z0-9-]+", "/fr-[0-9]+")
        .replace("/news/default.html", "/fr/default.html");
  }

  /** The addresses of this machine, where the bait can really be reached. */
  private static Stream<String> ownAddresses() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .map(address -> address.getHostAddress().replaceAll("%.*", ""))
        .map(address -> address.contains(":") ? '[' + address + ']' : address);
  }

  /** Address, state and reason of the pages that came one way. */
  private List<String> pages(String way) {
    String source = way.equals("/fr-") ? "inside-tongue" : "inside-source";
    return FrontierRows.states(database, source, "page").stream()
        .filter(page -> page.contains(way))
        .toList();
  }
}
