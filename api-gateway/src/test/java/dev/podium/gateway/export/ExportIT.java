package dev.podium.gateway.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.RawHttp;
import dev.podium.gateway.corpus.Corpus;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class ExportIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?language=zh&sort=oldest",
        "?q=Cor%C3%A9e%20OR%20navire",
        "?status=live&status=withdrawn&from=2023-01-01",
        "?q=nothinglikethis"
      })
  void aLineForEachExchangeAndAManifestThatCanBeChecked(String query) throws IOException {
    long total = JSON.readTree(body("/v1/exchanges" + query)).get("total").asLong();
    String file = body("/v1/exchanges.ndjson" + query);
    List<String> lines = file.lines().toList();
    JsonNode manifest = JSON.readTree(lines.getLast()).get("manifest");
    String before = file.substring(0, file.lastIndexOf("{\"manifest\""));
    assertThat(lines).hasSize((int) total + 1);
    assertThat(manifest.get("count").asLong()).isEqualTo(total);
    assertThat(manifest.get("sha256").asText()).isEqualTo(sha256(before));
    assertThat(manifest.get("bytes").asLong())
        .isEqualTo(before.getBytes(StandardCharsets.UTF_8).length);
    assertThat(manifest.get("url").asText()).contains("/v1/exchanges.ndjson");
    assertThat(manifest.get("index").asText()).startsWith("exchanges-");
    assertThat(manifest.get("moments").asInt()).isEqualTo(1);
    assertThat(new HashSet<>(lines)).hasSize(lines.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "language=fr",
        "language=zh",
        "language=ar&sort=oldest",
        "status=withdrawn&status=reworded&status=live",
        "q=navire"
      })
  void aLineIsTheItemOfTheSearchWithoutHighlights(String query) throws IOException {
    List<String> lines = body("/v1/exchanges.ndjson?" + query).lines().toList();
    String order = query.contains("sort=") ? "" : "&sort=newest";
    JsonNode items = JSON.readTree(body("/v1/exchanges?size=100&" + query + order)).get("items");
    assertThat(items).isNotEmpty();
    for (int i = 0; i < items.size(); i++) {
      ObjectNode item = (ObjectNode) items.get(i);
      item.remove("highlights");
      // As text, so that also the members' order is that of every other answer.
      assertThat(JSON.readTree(lines.get(i)).toString()).isEqualTo(item.toString());
    }
  }

  @Test
  void moreThanACallerMayExportIsRefusedBeforeItBegins() {
    String key = AdminKey.make("read");
    for (String type : List.of("csv", "ndjson")) {
      given()
          .header("X-API-Key", key)
          .get("/v1/exchanges." + type)
          .then()
          .statusCode(403)
          .contentType("application/problem+json")
          .body("code", equalTo("export-too-large"))
          .body("detail", containsString("more than the 100 exchanges"));
      given()
          .header("X-API-Key", key)
          .get("/v1/exchanges.%s?language=de".formatted(type))
          .then()
          .statusCode(200);
    }
    given()
        .header("X-API-Key", key)
        .get("/v1/quota")
        .then()
        .body("limits.find { it.name == 'exportExchanges' }.value", equalTo(100))
        .body("limits.find { it.name == 'exportExchangesAnonymous' }", nullValue());
  }

  @Test
  void theManifestTellsTheQuery() throws IOException {
    String last =
        body("/v1/exchanges.ndjson?language=fr&language=en&q=navire").lines().toList().getLast();
    JsonNode query = JSON.readTree(last).get("manifest").get("query");
    assertThat(query.get("q").get(0).asText()).isEqualTo("navire");
    assertThat(query.get("language")).hasSize(2);
  }

  @Test
  void aTableHasARowForEachExchange() throws IOException {
    List<NamedCsvRecord> rows = rows(body("/v1/exchanges.csv?language=fr&sort=oldest"));
    assertThat(rows).hasSize(Corpus.DAYS * Corpus.EXCHANGES);
    NamedCsvRecord question = rows.get(1);
    assertThat(question.getField("id")).isEqualTo(Corpus.id(Corpus.url(0, "fr"), 2));
    assertThat(question.getField("date")).isEqualTo("2024-01-01");
    assertThat(question.getField("asker")).isEqualTo("AFP");
    assertThat(question.getField("outletIds")).isEqualTo("afp");
    assertThat(question.getField("question")).startsWith("La Corée du Nord a-t-elle");
    assertThat(question.getField("speakers")).isEqualTo("Ann One");
    assertThat(question.getField("speakerIds")).isEqualTo("ann-one");
    assertThat(question.getField("fetchedAt")).isEqualTo("2026-01-01T08:00:00.000Z");
    assertThat(question.getField("sha256")).matches("[0-9a-f]{64}");
    assertThat(question.getField("permalink")).endsWith("/v1/exchanges/" + question.getField("id"));
    assertThat(rows.get(2).getField("speakers")).isEqualTo("bea-two by name");
    assertThat(rows.get(3).getField("answered")).isEqualTo("no");
    assertThat(rows.get(3).getField("speakers")).isEmpty();
    assertThat(rows.getFirst().getField("kind")).isEqualTo("statement");
    assertThat(rows.getFirst().getField("question")).isEmpty();
  }

  @Test
  void linesOfATableEndAsRfc4180HasThem() {
    String table = body("/v1/exchanges.csv?language=de");
    assertThat(table).startsWith("id,").endsWith("\r\n");
    assertThat(table.split("\r\n")).hasSize(3);
  }

  @Test
  void aByteOrderMarkComesWhereItIsAskedFor() {
    assertThat(body("/v1/exchanges.csv?language=de&bom=true")).startsWith("\uFEFFid,");
    assertThat(body("/v1/exchanges.csv?language=de")).startsWith("id,");
  }

  @Test
  void aTableEndsWithATrailerThatTellsThatItIsWhole() throws Exception {
    String answer =
        RawHttp.sendToEnd(
            "GET /v1/exchanges.csv?language=de HTTP/1.1\r\nHost: localhost:"
                + RestAssured.port
                + "\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .containsIgnoringCase("\r\nTrailer: Podium-Manifest\r\n")
        .containsPattern(
            "(?i)\r\n0\r\npodium-manifest: count=2, bytes=\\d+, sha256=\"[0-9a-f]{64}\"\r\n\r\n$");
    String table = body("/v1/exchanges.csv?language=de");
    assertThat(answer).contains(sha256(table));
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv, text/csv",
    "application/x-ndjson, application/x-ndjson",
    "'text/csv, */*;q=0.1', text/csv",
    "*/*, application/json",
    "application/json, application/json",
    "'application/json, text/csv;q=0.9', application/json",
    "application/*, application/json",
  })
  void theSearchAnswersInTheFormThatIsAskedFor(String accept, String type) {
    List<String> vary =
        given()
            .accept(accept)
            .get("/v1/exchanges?language=de")
            .then()
            .statusCode(200)
            .contentType(startsWith(type))
            .extract()
            .headers()
            .getValues("Vary");
    assertThat(vary).contains("Accept");
  }

  @Test
  void withoutAcceptItIsJson() throws IOException {
    assertThat(
            RawHttp.send(
                "GET /v1/exchanges?size=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .containsIgnoringCase("content-type: application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson"})
  void aFileHasANameAndIsNotKept(String type) {
    given()
        .head("/v1/exchanges." + type + "?language=de")
        .then()
        .statusCode(200)
        .header(
            "Content-Disposition",
            matchesPattern("attachment; filename=\"exchanges-\\d{8}T\\d{6}Z\\." + type + "\""))
        .header("Cache-Control", equalTo("no-store"))
        .body(equalTo(""));
    given()
        .get("/v1/exchanges." + type + "?language=de")
        .then()
        .statusCode(200)
        .header("Content-Disposition", startsWith("attachment"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/exchanges.ndjson?size=5 | size",
        "/v1/exchanges.ndjson?bom=true | bom",
        "/v1/exchanges.csv?cursor=x | cursor",
        "/v1/exchanges.csv?bom=yes | bom",
        "/v1/exchanges.csv?formulas=run | formulas",
        "/v1/exchanges.csv?q=(a | q",
        "/v1/exchanges.csv?sort=random | sort",
        "/v1/exchanges.csv?from=2024-02-30 | from",
      })
  void whatIsWrongIsSaidBeforeTheFirstByte(String address, String name) {
    for (String method : List.of("GET", "HEAD")) {
      var answer =
          given().urlEncodingEnabled(false).request(method, address).then().statusCode(400);
      if (method.equals("GET")) {
        answer.contentType("application/problem+json").body("errors.name", contains(name));
      }
    }
  }

  @Test
  void aTableIsCompressedForThoseWhoTakeIt() {
    Response plain = given().header("Accept-Encoding", "identity").get("/v1/exchanges.csv");
    given()
        .header("Accept-Encoding", "gzip")
        .get("/v1/exchanges.csv")
        .then()
        .header("Content-Encoding", equalTo("gzip"))
        .body(equalTo(plain.asString()));
  }

  private static String body(String address) {
    return given()
        .urlEncodingEnabled(false)
        .get(address)
        .then()
        .statusCode(200)
        .extract()
        .response()
        .asString();
  }

  private static List<NamedCsvRecord> rows(String table) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(table)) {
      return reader.stream().toList();
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
