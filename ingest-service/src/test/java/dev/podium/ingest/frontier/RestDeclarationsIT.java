package dev.podium.ingest.frontier;

import static dev.podium.ingest.frontier.Declared.declaration;
import static dev.podium.ingest.frontier.Declared.yaml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.podium.ingest.IngestTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IngestTest
class RestDeclarationsIT {

  @Test
  void changesAreMadeUnderTheVersionThatTheyMean() {
    String declaration = declaration("rest-versions", "rest-versions.example");
    String first = yaml(declaration).put("/v1/sources/rest-versions").header("ETag");
    Response second = yaml(declaration).header("If-Match", first).put("/v1/sources/rest-versions");
    assertThat(second.statusCode()).isEqualTo(200);
    yaml(declaration)
        .header("If-Match", first)
        .put("/v1/sources/rest-versions")
        .then()
        .statusCode(412)
        .body("detail", containsString(second.header("ETag")));
    yaml(declaration)
        .header("If-None-Match", "*")
        .put("/v1/sources/rest-versions")
        .then()
        .statusCode(412);
    given().header("If-Match", first).delete("/v1/sources/rest-versions").then().statusCode(412);
    given()
        .header("If-Match", second.header("ETag"))
        .delete("/v1/sources/rest-versions")
        .then()
        .statusCode(204);
  }

  @Test
  void aDeclarationIsReadChangedAndSentBack() {
    Response shipped = given().get("/v1/sources/qc-premier-fr/declaration");
    assertThat(shipped.contentType()).startsWith("application/yaml");
    String host = "rest-sent-back.example";
    String changed = shipped.asString().replaceAll("https://www[^/]+", "https://" + host);
    Response put =
        yaml(changed).header("If-Match", shipped.header("ETag")).put("/v1/sources/qc-premier-fr");
    put.then()
        .statusCode(200)
        .body("overrides", is(true))
        .body("changedBy", is("127.0.0.1"))
        .body("listings[0].url", containsString(host));
    given()
        .get("/v1/sources/qc-premier-fr/declaration")
        .then()
        .header("ETag", put.header("ETag"))
        .body(equalTo(changed));
    given().post("/v1/sources/qc-premier-fr/reset").then().statusCode(200);
  }

  @Test
  void aPauseOutlivesAnotherDeclaration() {
    String declaration = declaration("rest-stays-paused", "rest-stays-paused.example");
    yaml(declaration).post("/v1/sources").then().statusCode(201);
    given().post("/v1/sources/rest-stays-paused/pause").then().statusCode(200);
    yaml(declaration)
        .put("/v1/sources/rest-stays-paused")
        .then()
        .body("paused", is(true))
        .body("fetched", is(false));
    given().delete("/v1/sources/rest-stays-paused").then().statusCode(204);
    yaml(declaration).post("/v1/sources").then().statusCode(201).body("paused", is(false));
    given().delete("/v1/sources/rest-stays-paused");
  }

  @Test
  void whatIsAnothersIsAConflict() {
    yaml(declaration("crawled-calm", "rest-new.example"))
        .post("/v1/sources")
        .then()
        .statusCode(409)
        .body("code", is("source-exists"));
    yaml(declaration("rest-thief", "calm.example"))
        .put("/v1/sources/rest-thief")
        .then()
        .statusCode(409)
        .body("code", is("listing-of-another-source"))
        .body("detail", containsString("crawled-calm"));
    given().post("/v1/sources/nobody/reset").then().statusCode(404);
    yaml(declaration("rest-other", "rest-other.example"))
        .put("/v1/sources/rest-another")
        .then()
        .statusCode(400)
        .body("errors[0].name", is("id"));
  }

  @Test
  void ofThoseWhoClaimOneListingAtOnceOneGetsIt() throws InterruptedException {
    List<Integer> statuses = new CopyOnWriteArrayList<>();
    List<Thread> callers =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    Thread.ofVirtual()
                        .start(
                            () ->
                                statuses.add(
                                    yaml(declaration("rest-race-" + i, "rest-race.example"))
                                        .post("/v1/sources")
                                        .statusCode())))
            .toList();
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(statuses).containsOnlyOnce(201).contains(409).hasSize(6);
    IntStream.range(0, 6).forEach(i -> given().delete("/v1/sources/rest-race-" + i));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/x",
        "http://[::1]/x",
        "http://[::ffff:10.0.0.1]/x",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/x",
        "http://localhost/x",
        "http://2130706433/x",
        "http://0x7f.0.0.1/x",
        "http://user@site.example/x",
        "ftp://site.example/x",
        "file:///etc/passwd"
      })
  void whatLeadsInsideIsRefusedWhereverItIsDeclared(String address) {
    String declaration =
        declaration("rest-inside", "x").replace("https://x/news/default.html", address);
    for (Response answer :
        List.of(
            yaml(declaration).post("/v1/sources"),
            yaml(declaration).put("/v1/sources/rest-inside"),
            yaml(declaration).post("/v1/sources/dry-run"))) {
      answer
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("errors.name", hasItem("listings.url"));
    }
    given().get("/v1/sources/rest-inside").then().statusCode(404);
  }

  @Test
  void aBodyThatIsTooLongOrOfAnotherKindIsRefused() {
    yaml("#".repeat(300_000)).post("/v1/sources").then().statusCode(413);
    given()
        .header("Content-Type", "text/html")
        .body(new byte[] {'x'})
        .post("/v1/sources")
        .then()
        .statusCode(415);
    yaml("id: A B\nname: []")
        .post("/v1/sources")
        .then()
        .statusCode(400)
        .body("errors.size()", is(6));
  }
}
