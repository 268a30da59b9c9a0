package dev.podium.ingest.archive;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.IngestTest;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that somebody else found gone. */
@IngestTest
class GonePagesIT {

  private static final String SOURCE = "in-mea-en";
  private static final String TIME = "2016-02-03T04:05:06.007Z";

  @Test
  void aPageThatWasGoneIsARevisionWithoutABody() {
    String url = Captures.url();
    Captures.send(SOURCE, url, Instant.parse("2016-01-01T00:00:00Z"), "<p>there</p>");
    Captures.send(SOURCE, url, Instant.parse("2016-03-01T00:00:00Z"), "<p>back</p>");

    given()
        .header("Content-Location", url)
        .header("Memento-Datetime", TIME)
        .post("/v1/pages?httpStatus=410&source=" + SOURCE)
        .then()
        .statusCode(202)
        .body("fetchedAt", equalTo(TIME))
        .body("revision", equalTo(3));

    Captures.page(url)
        .then()
        .body("revisions.state", equalTo(Arrays.asList("present", "gone", "present")))
        .body("revisions[1].httpStatus", equalTo(410))
        .body("revisions[1].origin", equalTo("import"));
    given()
        .header("Content-Location", url)
        .header("Memento-Datetime", TIME)
        .post("/v1/pages?httpStatus=410&source=" + SOURCE)
        .then()
        .statusCode(200);
    Captures.page(url).then().body("revisionCount", equalTo(3));
    given().get("/v1/pages/" + PageIds.of(url) + "/revisions/3/body").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "200, , bad-http-status, 404 or 410",
    "gone, , bad-http-status, 404 or 410",
    "404, <p>, body-of-a-gone-page, send none"
  })
  void whatIsWrongIsNamed(String status, String body, String code, String detail) {
    given()
        .header("Content-Location", Captures.url())
        .body(body == null ? "" : body)
        .post("/v1/pages?source=" + SOURCE + "&httpStatus=" + status)
        .then()
        .statusCode(400)
        .body("code", equalTo(code))
        .body("detail", containsString(detail));
  }
}
