package dev.podium.ingest.frontier;

import dev.podium.ingest.Eventually;
import dev.podium.ingest.frontier.SiteServer.Answer;
import dev.podium.ingest.frontier.SiteServer.Asked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** What a server may do wrong, as answers. */
final class Misbehaviour {

  static final String HTML = "Content-Type: text/html\r\n";

  private static final int MIB = 1024 * 1024;

  /** A page whose headers and body are written as they are, without a length. */
  static Answer raw(String headers, String body) {
    return (asked, out) -> {
      SiteServer.head(out, 200, HTML + headers);
      out.write(body.getBytes(StandardCharsets.ISO_8859_1));
    };
  }

  static Answer chunked(String body) {
    return raw("Transfer-Encoding: chunked\r\n", body);
  }

  /** A robots.txt for all. */
  static Answer robots(String rules) {
    return SiteServer.ok("text/plain", "User-agent: *\n" + rules);
  }

  static Answer moved(String location) {
    return SiteServer.status(301, "Location: " + location + "\r\n", "");
  }

  static void forever(Asked asked, OutputStream out) throws IOException {
    SiteServer.head(out, 200, HTML);
    byte[] much = "<p>more</p>".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
    while (true) {
      out.write(much);
    }
  }

  static void drip(Asked asked, OutputStream out) throws IOException {
    SiteServer.head(out, 200, HTML);
    trickle(out, "x");
  }

  static void hints(Asked asked, OutputStream out) throws IOException {
    trickle(out, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
  }

  static void silent(Asked asked, OutputStream out) {
    Eventually.pause(Duration.ofSeconds(6));
  }

  static void stalled(Asked asked, OutputStream out) throws IOException {
    SiteServer.head(out, 200, HTML + "Content-Length: 9\r\n");
    silent(asked, out);
  }

  static void headersForever(Asked asked, OutputStream out) throws IOException {
    out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
    byte[] much = "X-Much: more\r\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
    while (true) {
      out.write(much);
    }
  }

  static void statusLine(Asked asked, OutputStream out) throws IOException {
    out.write(("HTTP/1.1 200 " + "O".repeat(MIB) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** A body that gets bigger by unpacking. */
  static Answer gzip(String headers, String piece, int times) {
    byte[] packed = packed(piece, times);
    return (asked, out) -> {
      SiteServer.head(out, 200, headers);
      out.write(packed);
    };
  }

  /** A body that was packed with brotli. */
  static Answer brotli(String fixture) {
    return (asked, out) -> {
      SiteServer.head(out, 200, HTML + "Content-Encoding: br\r\n");
      out.write(Files.readAllBytes(Path.of("src/test/resources/brotli").resolve(fixture)));
    };
  }

  private static byte[] packed(String piece, int times) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < times; i++) {
        gzip.write(piece.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Another body or other headers each time; {@code #} is the number. */
  static Answer counting(String headers, String body) {
    AtomicInteger count = new AtomicInteger();
    return (asked, out) -> {
      String number = String.valueOf(count.incrementAndGet());
      SiteServer.status(200, HTML + headers.replace("#", number), body.replace("#", number))
          .write(asked, out);
    };
  }

  /** A 304 for those who ask conditionally, and a body with it, which there must not be. */
  static Answer unmodifiedWithBody() {
    return (asked, out) -> {
      boolean known = asked.headers().containsKey("if-none-match");
      SiteServer.status(
              known ? 304 : 200, HTML + "ETag: \"1\"\r\n", known ? "<p>x</p>" : "<p>a</p>")
          .write(asked, out);
    };
  }

  /** A sitemap of so many entries, packed. */
  static Answer entries(int count) {
    StringBuilder xml = new StringBuilder("<urlset>");
    for (int i = 0; i < count; i++) {
      xml.append("<url><loc>http://a.example/").append(i).append("</loc></url>");
    }
    return gzip("Content-Type: application/gzip\r\n", xml.append("</urlset>").toString(), 1);
  }

  /** A sitemap whose entities are made of each other, ten of the one before each. */
  static Answer laughs() {
    StringBuilder xml = new StringBuilder("<!DOCTYPE urlset [<!ENTITY lol0 'lol'>");
    for (int i = 1; i < 10; i++) {
      xml.append("<!ENTITY lol").append(i).append(" '");
      xml.append(("&lol" + (i - 1) + ";").repeat(10)).append("'>");
    }
    xml.append("]><urlset><url><loc>https://a.example/&lol9;</loc></url></urlset>");
    return SiteServer.ok("text/xml", xml.toString());
  }

  /** An index that names these sitemaps. */
  static Answer index(String... addresses) {
    StringBuilder xml = new StringBuilder("<sitemapindex>");
    for (String address : addresses) {
      xml.append("<sitemap><loc>https://").append(address).append("</loc></sitemap>");
    }
    return SiteServer.ok("text/xml", xml.append("</sitemapindex>").toString());
  }

  /** Each index names another one, whose query is longer by a character. */
  static void endlessIndex(Asked asked, OutputStream out) throws IOException {
    index(asked.address() + (asked.address().contains("?") ? "1" : "?1")).write(asked, out);
  }

  private static void trickle(OutputStream out, String piece) throws IOException {
    while (true) {
      out.write(piece.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      Eventually.pause(Duration.ofMillis(200));
    }
  }

  private Misbehaviour() {}
}
