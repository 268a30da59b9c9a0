package dev.podium.ingest.frontier;

import static dev.podium.ingest.frontier.Misbehaviour.HTML;
import static dev.podium.ingest.frontier.Misbehaviour.brotli;
import static dev.podium.ingest.frontier.Misbehaviour.chunked;
import static dev.podium.ingest.frontier.Misbehaviour.gzip;
import static dev.podium.ingest.frontier.Misbehaviour.moved;
import static dev.podium.ingest.frontier.Misbehaviour.raw;
import static dev.podium.ingest.frontier.Misbehaviour.robots;
import static dev.podium.ingest.frontier.SiteServer.html;
import static dev.podium.ingest.frontier.SiteServer.ok;
import static dev.podium.ingest.frontier.SiteServer.status;

import dev.podium.ingest.frontier.SiteServer.Answer;
import java.util.List;

/** Sites of {@code rough.example}, each on a host of its own, and what their pages then say. */
final class RoughSites {

  private static final String XML = "Content-Type: text/xml\r\n";
  private static final String OUTSIDE =
      "<!DOCTYPE urlset SYSTEM 'http://127.0.0.1:1/x.dtd' [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
          + "<urlset><url><loc>&x;</loc></url></urlset>";
  private static final String X = "<p>x</p>";

  private static final String WATCHED = "watched: ";
  private static final String BROKEN = "failing: broken off";
  private static final String DAMAGED = "failing: the compressed body is damaged";
  private static final String LARGE = "refused: the body is larger than 10485760 bytes";
  private static final String UNREACHABLE =
      "robots: not fetched while robots.txt cannot be reached: ";

  private static final String MUCH = "x".repeat(1024 * 1024);
  private static final String GZIP = HTML + "Content-Encoding: gzip\r\n";

  static final List<Case> BODIES =
      List.of(
          new Case("good", html("<p>good</p>"), WATCHED),
          new Case("forever", Misbehaviour::forever, LARGE),
          new Case("drip", Misbehaviour::drip, "failing: not complete after PT4S"),
          new Case("silent", Misbehaviour::silent, "failing: too slow"),
          new Case("stalled", Misbehaviour::stalled, "failing: too slow"),
          new Case("empty", html(""), "failing: the body is empty"),
          new Case(
              "pdf", ok("application/pdf", "%PDF"), "refused: the Content-Type is application/pdf"),
          new Case("typeless", status(200, "", X), "refused: there is no Content-Type"),
          new Case("gzip-bomb", gzip(GZIP, MUCH, 200), LARGE),
          new Case("gzip-damaged", status(200, GZIP, "no gzip"), DAMAGED),
          new Case("gzip-cut", raw("Content-Encoding: gzip\r\n", "\037\213\010\0"), DAMAGED),
          new Case(
              "gzip-twice",
              status(200, HTML + "Content-Encoding: gzip, gzip\r\n", "x"),
              "refused: the Content-Encoding is gzip, gzip"),
          new Case("brotli-good", brotli("page.br"), WATCHED),
          new Case("brotli-bomb", brotli("200-mib-of-zeros.br"), LARGE),
          new Case("brotli-damaged", status(200, HTML + "Content-Encoding: br\r\n", "x"), DAMAGED),
          new Case(
              "zstd",
              status(200, HTML + "Content-Encoding: zstd\r\n", "x"),
              "refused: the Content-Encoding is zstd"));

  static final List<Case> LENGTHS =
      List.of(
          new Case("length-longer", raw("Content-Length: 1000\r\n", "<p>half"), BROKEN),
          new Case("length-shorter", raw("Content-Length: 8\r\n", "<p>x</p>and more"), WATCHED),
          new Case("length-two", raw("Content-Length: 8\r\nContent-Length: 9\r\n", X), BROKEN),
          new Case("length-negative", raw("Content-Length: -8\r\n", X), BROKEN),
          new Case("length-word", raw("Content-Length: eight\r\n", X), BROKEN),
          new Case("length-huge", raw("Content-Length: 99999999999999999999\r\n", X), BROKEN),
          new Case(
              "length-and-chunks",
              raw(
                  "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
                  "8\r\n<p>x</p>\r\n0\r\n\r\n"),
              WATCHED),
          new Case("chunk-shorter", chunked("4\r\n<p>x</p>\r\n0\r\n\r\n"), BROKEN),
          new Case("chunk-longer", chunked("fff\r\n<p>x</p>\r\n0\r\n\r\n"), BROKEN),
          new Case("chunk-word", chunked("eight\r\n<p>x</p>\r\n0\r\n\r\n"), BROKEN),
          new Case("chunk-negative", chunked("-8\r\n<p>x</p>\r\n0\r\n\r\n"), BROKEN),
          new Case("chunk-huge", chunked("ffffffffffff\r\n<p>x</p>\r\n0\r\n\r\n"), BROKEN),
          new Case("chunk-endless", chunked("8\r\n<p>x</p>\r\n"), BROKEN));

  static final List<Case> HEADS =
      List.of(
          new Case("garbage", (asked, out) -> out.write(new byte[] {1, 2, 3, 10, 10}), BROKEN),
          new Case("nothing", (asked, out) -> {}, BROKEN),
          new Case("hints-forever", Misbehaviour::hints, "failing: too slow"),
          new Case("headers-forever", Misbehaviour::headersForever, BROKEN),
          new Case("header-megabyte", raw("X-Much: " + MUCH + "\r\n", X), BROKEN),
          new Case("status-line-megabyte", Misbehaviour::statusLine, BROKEN),
          new Case("header-nul", raw("ETag: \"a\0b\"\r\n", X), BROKEN),
          new Case("moved-in-circles", moved("/p.html"), "refused: more than 5 redirects"),
          new Case(
              "moved-nowhere", status(302, "", ""), "failing: a redirect (302) without Location"),
          new Case(
              "moved-to-nobody",
              moved("https://nobody.invalid/"),
              UNREACHABLE + "there is no such host: nobody.invalid"),
          new Case(
              "moved-to-file",
              moved("file:///etc/passwd"),
              "refused: redirected to what cannot be fetched"),
          new Case(
              "moved-inside",
              moved("http://127.0.0.1:1/"),
              "refused: 127.0.0.1 is not connected to"),
          new Case(
              "moved-inside-six",
              moved("http://[fd00::2]/"),
              "refused: [fd00::2] is not connected to"),
          new Case("partial", status(206, HTML, X), "refused: HTTP 206"),
          new Case("unmodified", status(304, "", ""), "failing: not modified, though nobody asked"),
          new Case("forbidden", status(403, "", "no"), "refused: HTTP 403"),
          new Case("missing", status(404, "", "no"), "gone: "),
          new Case(
              "throttled",
              status(429, "Retry-After: 3600\r\n", ""),
              "failing: HTTP 429, the host is left alone for 3600 s"),
          new Case("error", status(500, "", "oops"), "failing: HTTP 500"),
          new Case("tls-good", html(X), WATCHED));

  /** The page of each is good; it is the robots.txt that is not. */
  static final List<Case> ROBOTS =
      List.of(
          new Case(
              "robots-megabyte",
              robots("Disallow: /p\n" + "Disallow: /x\n".repeat(80_000)),
              "robots: disallowed by robots.txt: Disallow: /p (User-agent: *)"),
          new Case(
              "robots-late", robots("Disallow: /x\n".repeat(80_000) + "Disallow: /p\n"), WATCHED),
          new Case("robots-forever", Misbehaviour::forever, WATCHED),
          new Case("robots-line-forever", robots("Disallow: /" + MUCH), WATCHED),
          new Case("robots-bomb", gzip(GZIP, MUCH, 200), WATCHED),
          new Case(
              "robots-damaged", status(200, GZIP, "no gzip"), UNREACHABLE + "the compressed body"),
          new Case("robots-drip", Misbehaviour::drip, UNREACHABLE + "not complete"),
          new Case("robots-silent", Misbehaviour::silent, UNREACHABLE + "too slow"),
          new Case(
              "robots-headers-forever", Misbehaviour::headersForever, UNREACHABLE + "broken off"),
          new Case("robots-in-circles", moved("/robots.txt"), WATCHED),
          new Case(
              "robots-inside", moved("http://[::1]/"), UNREACHABLE + "[::1] is not connected to"),
          new Case(
              "robots-error",
              status(500, "", ""),
              "robots: not fetched while robots.txt answers 500"),
          new Case(
              "robots-throttled",
              status(503, "", ""),
              "robots: not fetched while robots.txt answers 503"),
          new Case("robots-forbidden", status(403, "", ""), WATCHED),
          new Case("closed", html(""), UNREACHABLE + "no connection"),
          new Case("tls-none", html(""), UNREACHABLE + "TLS: not an SSL/TLS record"),
          new Case(
              "tls-wrong-host", html(""), UNREACHABLE + "TLS: No subject alternative DNS name"),
          new Case("tls-expired", html(""), UNREACHABLE + "TLS: NotAfter"),
          new Case(
              "tls-self-signed",
              html(""),
              UNREACHABLE + "TLS: unable to find valid certification path"));

  /** Sitemaps at {@code /sitemap.xml}, and what the frontier then says of them. */
  static final List<Case> SITEMAPS =
      List.of(
          new Case(
              "map-bomb",
              gzip(XML, " ".repeat(1024 * 1024), 80),
              "refused: only its first 52428800 bytes"),
          new Case(
              "map-million",
              Misbehaviour.entries(1_000_000),
              "watched: 0 links, 0 of them new; only the first 50000 were read"),
          new Case("map-laughs", Misbehaviour.laughs(), "watched: 0 links"),
          new Case("map-outside", ok("text/xml", OUTSIDE), "watched: 0 links"),
          new Case(
              "map-deep", ok("text/xml", "<urlset>".repeat(100_000)), "refused: it is broken off"),
          new Case(
              "map-cut",
              ok("text/xml", "<urlset><url><loc>https://x.exam"),
              "refused: it is broken off"),
          new Case(
              "map-circle",
              Misbehaviour.index("map-circle.rough.example/sitemap.xml"),
              "watched: 1 sitemap; 0 links"),
          new Case("map-endless", Misbehaviour::endlessIndex, "watched: 1 sitemap; 0 links"));

  /**
   * A site of its own.
   *
   * @param state what its page's state and reason begin with
   */
  record Case(String name, Answer page, String state) {

    @Override
    public String toString() {
      return name + ": \"" + state + '"';
    }
  }

  private RoughSites() {}
}
