package dev.podium.gateway.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.RawHttp;
import dev.podium.gateway.corpus.Corpus;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class EvidenceIT {

  private static final String EDITED = Corpus.id(Corpus.url(2, "zh"), Corpus.EDITED);
  private static final String EXCHANGE = "/v1/exchanges/" + EDITED;

  @Test
  void theFilesAreThePageAndTheExchange() throws IOException {
    Response response = given().get(EXCHANGE + "/evidence");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo("application/zip");
    long version = given().get(EXCHANGE).jsonPath().getLong("briefing.version");
    String folder = "evidence-" + EDITED + '-' + version;
    assertThat(response.header("Content-Disposition")).contains(folder + ".zip");
    Map<String, byte[]> files = unzip(response.asByteArray());
    assertThat(files.keySet())
        .containsExactly(
            folder + "/VERIFY.html",
            folder + "/exchange.json",
            folder + "/page.txt",
            folder + "/page.warc.gz",
            folder + "/verify.py",
            folder + "/SHA256SUMS");
    assertThat(files.get(folder + "/exchange.json"))
        .isEqualTo(given().get(EXCHANGE + "/revisions/" + version).asByteArray());
    assertThat(files.get(folder + "/page.txt"))
        .isEqualTo(CapturedPages.latest(Corpus.url(2, "zh")).orElseThrow().body());
  }

  @Test
  void theSameEvidenceIsTheSameBytes() {
    Response first = given().get(EXCHANGE + "/evidence");

    Response second = given().get(EXCHANGE + "/evidence");

    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    String tag = first.header("ETag");
    given().header("If-None-Match", tag).get(EXCHANGE + "/evidence").then().statusCode(304);
    given().head(EXCHANGE + "/evidence").then().statusCode(200).header("ETag", equalTo(tag));
  }

  @Test
  void anOlderTextHasItsOwnEvidence() throws IOException {
    String href = given().get(EXCHANGE + "/revisions").jsonPath().getString("items[1].href");
    String evidence = given().get(href).jsonPath().getString("evidence");

    Map<String, byte[]> files = unzip(given().get(evidence).asByteArray());

    String text = new String(file(files, "page.txt"), StandardCharsets.UTF_8);
    assertThat(text).contains(Corpus.EARLIER_ANSWER);
    assertThat(new String(file(files, "VERIFY.html"), StandardCharsets.UTF_8)).contains(href);
  }

  @ParameterizedTest
  @MethodSource("dev.podium.gateway.corpus.Corpus#languages")
  void everyCommandOfThePageVerifies(String language, @TempDir Path folder) throws Exception {
    assumeTrue(Shell.hasPython(), "skipped: there is no python3");
    String id = Corpus.id(Corpus.url(0, language), 2);
    unpack(unzip(given().get("/v1/exchanges/" + id + "/evidence").asByteArray()), folder);

    Shell.Ended ended = Shell.commandsOf(folder.resolve("VERIFY.html"));

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output())
        .contains("all of it is right")
        .contains("page.warc.gz: OK")
        .contains(given().get("/v1/exchanges/" + id).jsonPath().getString("question.text"))
        .containsPattern(
            "(?m)^" + CapturedPages.latest(Corpus.url(0, language)).orElseThrow().sha256() + "$");
  }

  @ParameterizedTest
  @ValueSource(strings = {"page.txt", "exchange.json", "page.warc.gz"})
  void whatWasChangedIsFound(String changed, @TempDir Path folder) throws Exception {
    assumeTrue(Shell.hasPython(), "skipped: there is no python3");
    unpack(unzip(given().get(EXCHANGE + "/evidence").asByteArray()), folder);
    Shell.forge(folder, changed);

    Shell.Ended ended = Shell.run(folder, "python3 verify.py");

    assertThat(ended.code()).as(ended.output()).isEqualTo(1);
    assertThat(ended.output()).contains("WRONG").doesNotContain("all of it is right");
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_THERE, 404, unknown-revision",
    "DROPPED, 410, body-dropped",
    "OTHER, 502, evidence-differs",
    "FAILING, 502, service-broken",
  })
  void whatTheArchiveCannotProveIsNoEvidence(String trouble, int status, String code) {
    String url = (String) constant(trouble);
    given()
        .get("/v1/exchanges/" + Corpus.id(url, 1) + "/evidence")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BREAKING", "SILENT"})
  void aFileThatIsNotWholeIsSeenToBreakOff(String trouble) throws IOException {
    String url = (String) constant(trouble);
    String answer =
        RawHttp.send(
            "GET /v1/exchanges/"
                + Corpus.id(url, 1)
                + "/evidence HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertThat(answer).doesNotEndWith("\r\n0\r\n\r\n").doesNotContain("SHA256SUMS");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/exchanges/aaaaaaaaaaaaaaaa/evidence, 404, no-such-exchange",
    "EXCHANGE/evidence?version=1, 404, no-such-revision",
    "EXCHANGE/evidence?version=x, 400, invalid-request",
    "EXCHANGE/evidence?format=pdf, 400, invalid-request",
  })
  void whatIsWrongIsNamed(String path, int status, String code) {
    given()
        .get(path.replace("EXCHANGE", EXCHANGE))
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", containsString(code));
  }

  private static Object constant(String name) {
    try {
      return CapturedPages.class.getDeclaredField(name).get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private static byte[] file(Map<String, byte[]> files, String name) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith('/' + name))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static void unpack(Map<String, byte[]> files, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path name = Path.of(file.getKey()).getFileName();
      Files.write(folder.resolve(name.toString()), file.getValue());
    }
  }
}
