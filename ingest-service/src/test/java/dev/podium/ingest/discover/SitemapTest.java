package dev.podium.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitemapTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String URLSET =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url>
          <loc> https://site.example/news/1?a=b&amp;c=d </loc>
          <image:image><image:loc>https://site.example/picture.png</image:loc></image:image>
          <lastmod>2024-04-03T10:00:00+02:00</lastmod>
        </url>
        <url><loc><![CDATA[https://site.example/news/2]]></loc><lastmod>2024-04-03</lastmod></url>
        <url><lastmod>2024-04-04</lastmod></url>
        <url><loc>https://site.example/news/3</loc><lastmod>yesterday</lastmod></url>
      </urlset>
      """;

  @Test
  void readsAddressesAndWhenTheyChanged() {
    Sitemap sitemap = read(URLSET);
    assertThat(sitemap.trouble()).isNull();
    assertThat(sitemap.sitemaps()).isEmpty();
    assertThat(sitemap.pages())
        .containsExactly(
            told("https://site.example/news/1?a=b&c=d", "2024-04-03T08:00:00Z"),
            // A day is over at its end, in the source's time zone.
            told("https://site.example/news/2", "2024-04-03T16:00:00Z"),
            told("https://site.example/news/3", null));
  }

  @Test
  void readsIndexesAndPackedFilesAndBlanksAheadOfTheDeclaration() throws IOException {
    String index =
        "\n  <?xml version='1.0'?><sitemapindex><sitemap><loc>https://site.example/a.xml.gz</loc>"
            + "<lastmod>2024-04-03T10:00Z</lastmod></sitemap></sitemapindex>";
    Sitemap sitemap = Sitemap.read(gzip(index.getBytes(StandardCharsets.UTF_8)), ZONE);
    assertThat(sitemap.trouble()).isNull();
    assertThat(sitemap.pages()).isEmpty();
    assertThat(sitemap.sitemaps())
        .containsExactly(told("https://site.example/a.xml.gz", "2024-04-03T10:00:00Z"));
  }

  @Test
  void readsPlainListsOfAddresses() {
    Sitemap sitemap =
        read("\uFEFFhttps://site.example/1\r\n\r\nnot an address\nhttps://site.example/2");
    assertThat(sitemap.pages().stream().map(one -> one.link().url()))
        .containsExactly("https://site.example/1", "https://site.example/2");
    assertThat(sitemap.trouble()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,UTF-8", "UTF-16,UTF-16", "ISO-8859-1,ISO-8859-1", "windows-1251,UTF-8"})
  void readsTheEncodingThatIsDeclared(String declared, String used) {
    String xml =
        "<?xml version='1.0' encoding='"
            + declared
            + "'?><urlset><url><loc>https://site.example/1"
            + "</loc></url></urlset>";
    Sitemap sitemap = Sitemap.read(xml.getBytes(Charset.forName(used)), ZONE);
    assertThat(sitemap.pages()).hasSize(1);
  }

  @Test
  void nothingIsTakenInFromOutsideOrExpanded() {
    Sitemap sitemap =
        read(
            """
            <?xml version="1.0"?>
            <!DOCTYPE urlset SYSTEM "http://127.0.0.1:1/x.dtd" [
              <!ENTITY file SYSTEM "file:///etc/passwd">
              <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
              <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;">
            ]>
            <urlset><url><loc>https://site.example/1&file;&d;&nbsp;</loc></url></urlset>
            """);
    assertThat(sitemap.pages()).containsExactly(told("https://site.example/1", null));
  }

  @Test
  void whatIsTooLongIsReadAsFarAsItMayBeAndToldSo() throws IOException {
    byte[] entry = "<url><loc>https://site.example/1</loc></url>".getBytes(StandardCharsets.UTF_8);
    Sitemap many = Sitemap.read(packed("<urlset>", entry, 60_000), ZONE);
    assertThat(many.pages()).hasSize(50_000);
    assertThat(many.trouble()).isEqualTo("only the first 50000 were read");

    byte[] blanks = " ".repeat(1024).getBytes(StandardCharsets.UTF_8);
    String start = "<urlset><url><loc>https://site.example/1</loc></url><url><loc>";
    Sitemap bomb = Sitemap.read(packed(start, blanks, 200 * 1024), ZONE);
    assertThat(bomb.pages()).hasSize(1);
    assertThat(bomb.trouble()).isEqualTo("only its first 52428800 bytes were read");

    byte[] lines = "https://site.example/1\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Sitemap.read(packed("", lines, 60_000), ZONE).trouble())
        .isEqualTo("only the first 50000 were read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<urlset><url><loc>https://site.example/1</loc></url><url><loc>https | 1 | it is broken off in line 1",
        "<urlset><url><loc>https://site.example/1</loc></url><url></urlset> | 1 | it is broken off in line 1",
        "<html><body>404</body></html> | 0 | it is no sitemap: it begins with html",
        "oops | 0 | it is broken off in line 1",
        "'' | 0 | it is broken off in line 1"
      })
  void whatCouldBeReadIsKeptAndTheMistakeTold(String text, int pages, String trouble) {
    Sitemap sitemap = read(text);
    assertThat(sitemap.pages()).hasSize(pages);
    assertThat(sitemap.trouble()).isEqualTo(trouble);
  }

  @Test
  void damagedPackingAndDeepNestingAreTold() throws IOException {
    byte[] whole = gzip(URLSET.getBytes(StandardCharsets.UTF_8));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThat(Sitemap.read(half, ZONE).trouble()).isNotNull();
    assertThat(Sitemap.read(new byte[] {0x1F, (byte) 0x8B, 9, 9}, ZONE).trouble())
        .startsWith("it cannot be unpacked");
    assertThat(read("<urlset>" + "<a>".repeat(100_000)).trouble()).startsWith("it is broken off");
  }

  private static Sitemap read(String text) {
    return Sitemap.read(text.getBytes(StandardCharsets.UTF_8), ZONE);
  }

  private static Told told(String address, String modified) {
    return new Told(new Link(address, address), modified == null ? null : Instant.parse(modified));
  }

  private static byte[] gzip(byte[]... pieces) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (byte[] piece : pieces) {
        gzip.write(piece);
      }
    }
    return packed.toByteArray();
  }

  private static byte[] packed(String start, byte[] piece, int times) throws IOException {
    List<byte[]> pieces = new ArrayList<>();
    pieces.add(start.getBytes(StandardCharsets.UTF_8));
    pieces.addAll(Collections.nCopies(times, piece));
    return gzip(pieces.toArray(byte[][]::new));
  }
}
