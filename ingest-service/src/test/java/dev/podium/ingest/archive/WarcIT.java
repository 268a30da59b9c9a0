package dev.podium.ingest.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.IngestTest;
import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;

/** WARC files, read back by another's reader. */
@IngestTest
class WarcIT {

  private static final String SOURCE = "qc-premier-fr";

  private final Archive archive;
  private final Sources sources;

  WarcIT(Archive archive, Sources sources) {
    this.archive = archive;
    this.sources = sources;
  }

  /** A response record, and the metadata that came after it. */
  // Compared field by field.
  @SuppressWarnings("ArrayRecordComponent")
  private record Read(
      String target,
      Instant date,
      int status,
      List<String> cookies,
      String encoding,
      byte[] body,
      String digest,
      List<String> robots,
      List<String> revision) {}

  @Test
  void aRangeIsGivenAwayRecordByRecord() throws IOException {
    String url = Captures.url();
    byte[] first = "<meta charset=gbk><p>外交部发言人</p>".getBytes(Charset.forName("GBK"));
    take(
        Captures.live(
            url,
            first,
            new Header("Content-Encoding", "gzip"),
            new Header("content-length", "17"),
            new Header("Set-Cookie", "a=1"),
            new Header("Set-Cookie", "b=2")));
    take(Captures.gone(url, new Header("Set-Cookie", "c=3"), new Header("Content-Length", "9")));
    take(Captures.live(url, "<p>back</p>"));
    Captures.send(SOURCE, url, Instant.parse("2015-01-01T00:00:00.123Z"), "<p>before</p>");
    String before = Captures.url();
    Captures.send(SOURCE, before, Instant.parse("2014-12-31T23:59:59.999Z"), "<p>no</p>");

    Response response = given().get("/v1/warc?source=" + SOURCE + "&from=2015-01-01");
    List<Read> read = read(response.asByteArray(), 4);

    assertThat(response.header("Content-Disposition")).contains(SOURCE + ".warc.gz");
    assertThat(read).extracting(Read::target).containsOnly(url);
    assertThat(read).extracting(Read::date).containsExactlyElementsOf(times(url));
    assertThat(read.getFirst().date()).isEqualTo("2015-01-01T00:00:00.123Z");
    assertThat(read).extracting(Read::status).containsExactly(200, 200, 410, 200);
    assertThat(read.get(1).body()).isEqualTo(first);
    assertThat(read.get(1).cookies()).containsExactly("a=1", "b=2");
    assertThat(read.get(1).encoding()).isEqualTo("gzip");
    assertThat(read.get(1).digest()).isEqualTo(Content.sha256(first));
    assertThat(read.get(1).robots()).containsExactly(Captures.ROBOTS);
    assertThat(read.get(1).revision()).containsExactly("1");
    assertThat(read.get(2).body()).isEmpty();
    assertThat(read.get(2).cookies()).containsExactly("c=3");
    assertThat(read.get(3).body()).isEqualTo(Captures.bytes("<p>back</p>"));
  }

  @Test
  void aRevisionIsAFileOfItsOwn() throws IOException {
    String url = Captures.url();
    take(Captures.live(url, "<p>A</p>"));
    take(Captures.live(url, "<p>B</p>"));

    Response response = given().get("/v1/pages/" + PageIds.of(url) + "/revisions/2/warc");

    assertThat(read(response.asByteArray(), 1).getFirst().body())
        .isEqualTo(Captures.bytes("<p>B</p>"));
  }

  @Test
  void aRevisionIsTheSameFileWheneverItIsAskedFor() {
    String url = Captures.url();
    take(Captures.live(url, "<p>A</p>"));
    String path = "/v1/pages/" + PageIds.of(url) + "/revisions/1/warc";

    byte[] later = given().get(path).asByteArray();

    assertThat(later).isEqualTo(given().get(path).asByteArray());
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/warc?source=nobody, 404, unknown-source",
    "/v1/warc?from=yesterday, 400, bad-from",
    "/v1/warc?from=2026-03-02&to=2026-03-01, 400, bad-range",
    "/v1/pages/nobody/revisions/1/warc, 404, unknown-revision"
  })
  void whatIsWrongIsNamed(String path, int status, String code) {
    given().get(path).then().statusCode(status).body("code", equalTo(code));
  }

  private void take(Capture capture) {
    Source source = sources.find(SOURCE).orElseThrow();
    archive.take(source, capture);
  }

  /** The times of a page's captures, in their order. */
  private static List<Instant> times(String url) {
    JsonPath page = Captures.page(url).jsonPath();
    return page.getList("revisions.fetchedAt", String.class).reversed().stream()
        .map(Instant::parse)
        .toList();
  }

  private static List<Read> read(byte[] file, int responses) throws IOException {
    List<Read> read = new ArrayList<>();
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(file))) {
      assertThat(reader.compression()).isEqualTo(WarcCompression.GZIP);
      assertThat(reader.next().orElseThrow()).isInstanceOf(Warcinfo.class);
      for (int i = 0; i < responses; i++) {
        WarcResponse response = (WarcResponse) reader.next().orElseThrow();
        // Each record is a gzip member of its own.
        assertThat(file[(int) reader.position()]).isEqualTo((byte) 0x1f);
        read.add(read(response, reader));
      }
      assertThat(reader.next()).isEmpty();
    }
    return read;
  }

  private static Read read(WarcResponse response, WarcReader reader) throws IOException {
    HttpResponse http = response.http();
    byte[] body = http.body().stream().readAllBytes();
    assertThat(http.headers().sole("Content-Length")).hasValue(Integer.toString(body.length));
    WarcRecord after = reader.next().orElseThrow();
    WarcMetadata metadata = (WarcMetadata) after;
    assertThat(metadata.concurrentTo()).containsExactly(response.id());
    return new Read(
        response.target(),
        response.date(),
        http.status(),
        http.headers().all("Set-Cookie"),
        http.headers().first("X-Crawler-Content-Encoding").orElse(null),
        body,
        response.payloadDigest().map(digest -> digest.hex()).orElse(null),
        metadata.fields().all("robots"),
        metadata.fields().all("revision"));
  }
}
