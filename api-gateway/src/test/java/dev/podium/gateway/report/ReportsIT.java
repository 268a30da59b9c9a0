package dev.podium.gateway.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.contracts.change.Change;
import dev.podium.contracts.identity.PageIds;
import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.change.Changes;
import dev.podium.gateway.change.ChangesTopic;
import dev.podium.gateway.corpus.Corpus;
import dev.podium.gateway.erasure.ErasedQuotations;
import dev.podium.gateway.erasure.ErasedStubs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class ReportsIT {

  private static final String TEXT = "Reuters, pas l’AFP : <b>«𠮷»</b>\n'; drop table report;--";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Reports reports;
  private final ErasedQuotations quotations;

  ReportsIT(Reports reports, ErasedQuotations quotations) {
    this.reports = reports;
    this.quotations = quotations;
  }

  @Test
  void aReadersWordIsKeptForThoseWhoRunIt() {
    String exchange = Corpus.id(Corpus.url(1, "fr"), 2);
    String location =
        report(exchange, "{\"kind\": \"wrong-asker\", \"text\": " + quoted(TEXT) + "}")
            .statusCode(201)
            .body("status", equalTo("open"))
            .body("text", equalTo(TEXT))
            .body("exchange", endsWith("/v1/exchanges/" + exchange))
            .body("contact", nullValue())
            .extract()
            .header("Location");
    String path = location.substring(location.indexOf("/v1/"));

    given().get(path).then().statusCode(401);
    AdminKey.given().get(path).then().statusCode(200).body("text", equalTo(TEXT));
    AdminKey.given()
        .get("/v1/reports?status=open&exchange=" + exchange)
        .then()
        .statusCode(200)
        .body("items.kind", contains("wrong-asker"))
        .body("items.source", contains("corpus-fr"));

    change(path, "{\"status\": \"closed\", \"note\": \"mended\"}")
        .statusCode(200)
        .body("status", equalTo("closed"))
        .body("closedBy", containsString("key:"))
        .body("closedAt", notNullValue())
        .body("note", equalTo("mended"));
    AdminKey.given()
        .get("/v1/reports?status=open&exchange=" + exchange)
        .then()
        .body("items", hasSize(0));
    change(path, "{\"status\": \"open\"}")
        .body("closedAt", nullValue())
        .body("note", equalTo("mended"));
  }

  @Test
  void theListIsWalkedThePagesWay() {
    String exchange = Corpus.id(Corpus.url(3, "fr"), 2);
    for (String kind : new String[] {"missing-text", "extra-text", "wrong-order"}) {
      report(
              exchange,
              "{\"kind\": \"" + kind + "\", \"text\": \"x\", \"contact\": \"a@b.example\"}")
          .statusCode(201)
          .body("contact", equalTo("a@b.example"));
    }
    String next =
        AdminKey.given()
            .get("/v1/reports?size=2&exchange=" + exchange)
            .then()
            .body("items.kind", contains("wrong-order", "extra-text"))
            .extract()
            .path("next");
    AdminKey.given()
        .get(next)
        .then()
        .statusCode(200)
        .body("items.kind", contains("missing-text"))
        .body("next", nullValue());
    AdminKey.given()
        .get("/v1/reports?source=corpus-ru")
        .then()
        .body("items.exchangeId", not(hasItem(exchange)));
    assertThat(given().get("/q/metrics").asString()).contains("podium_gateway_reports_open");
  }

  @Test
  void enoughIsEnough() {
    String exchange = Corpus.id(Corpus.url(5, "fr"), 2);
    for (int i = 0; i < Reports.OPEN; i++) {
      report(exchange, "{\"kind\": \"other\", \"text\": \"again\"}").statusCode(201);
    }
    report(exchange, "{\"kind\": \"other\", \"text\": \"again\"}")
        .statusCode(409)
        .body("code", equalTo("reported-enough"));
  }

  @Test
  void whatQuotesAnErasedExchangeOrPageGoesWithIt() {
    String page = Corpus.url(9, "ru");
    String exchange = path(Corpus.id(page, 2));
    String ofPage = path(Corpus.id(Corpus.url(10, "ru"), 2));
    String other = path(Corpus.id(page, 3));

    erased(Corpus.id(page, 2), PageIds.of(page));
    erased(null, PageIds.of(Corpus.url(10, "ru")));

    awaitGone(exchange);
    awaitGone(ofPage);
    AdminKey.given().get(other).then().statusCode(200);
  }

  @Test
  void whatWasErasedWhileNobodyListenedIsFoundLater() {
    // The report of an exchange that was erased while the report was on its way.
    String exchange = "r".repeat(16);
    ReportRow row = new ReportRow();
    row.exchange = exchange;
    row.source = "corpus-ru";
    row.language = "ru";
    row.kind = "other";
    row.text = TEXT;
    row.createdAt = Instant.now();
    row.createdBy = "nobody";
    QuarkusTransaction.requiringNew().run(() -> reports.persist(row));
    String other = path(Corpus.id(Corpus.url(11, "ru"), 2));
    ErasedStubs.exchange(exchange, PageIds.of(Corpus.url(11, "ru")));

    try {
      quotations.sweep();
    } finally {
      ErasedStubs.removeExchange(exchange);
    }

    AdminKey.given().get("/v1/reports/" + row.id).then().statusCode(404);
    AdminKey.given().get(other).then().statusCode(200);
  }

  private static String path(String exchange) {
    String location =
        report(exchange, "{\"kind\": \"other\", \"text\": " + quoted(TEXT) + "}")
            .statusCode(201)
            .extract()
            .header("Location");
    return location.substring(location.indexOf("/v1/"));
  }

  private static void erased(String exchange, String page) {
    String name = UUID.randomUUID().toString();
    new ChangesTopic().publish(List.of(Changes.of(exchange, page, Change.Kind.ERASED, name)));
  }

  private static void awaitGone(String path) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (AdminKey.given().get(path).statusCode() != 404) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                             | kind",
        "{\"kind\": \"other\"}                                          | text",
        "{\"kind\": \"rude\", \"text\": \"x\"}                          | kind",
        "{\"kind\": \"other\", \"text\": \"   \"}                       | text",
        "{\"kind\": \"other\", \"text\": 5}                             | text",
        "{\"kind\": \"other\", \"text\": \"a\\u0000b\"}                 | text",
        "{\"kind\": \"other\", \"text\": \"a\\ud800b\"}                 | text",
        "{\"kind\": \"other\", \"text\": \"x\", \"contact\": \"a\\nb\"} | contact",
        "{\"kind\": \"other\", \"text\": \"x\", \"status\": \"closed\"} | status",
      })
  void whatIsWrongIsNamed(String body, String field) {
    report(Corpus.id(Corpus.url(7, "fr"), 2), body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.name", hasItem(field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "{\"kind\"", "{\"kind\":\"a\",\"kind\":\"b\"}", "{} {}"})
  void whatIsNoJsonIsRefused(String body) {
    report(Corpus.id(Corpus.url(7, "fr"), 2), body)
        .statusCode(400)
        .body("code", equalTo("bad-json"));
  }

  @Test
  void sizesAreBounded() {
    String exchange = Corpus.id(Corpus.url(7, "fr"), 2);
    String longest = "𠮷".repeat(4000);
    report(exchange, "{\"kind\": \"other\", \"text\": \"" + longest + "\"}").statusCode(201);
    report(exchange, "{\"kind\": \"other\", \"text\": \"" + longest + "x\"}").statusCode(400);
    report(exchange, "{\"kind\": \"other\", \"text\": \"" + "x".repeat(70_000) + "\"}")
        .statusCode(413);
    report("aaaaaaaaaaaaaaaa", "{\"kind\": \"other\", \"text\": \"x\"}").statusCode(404);
    change("/v1/reports/999999999", "{\"status\": \"open\"}").statusCode(404);
    change("/v1/reports/x", "{\"status\": \"open\"}").statusCode(404);
    change("/v1/reports/1", "{\"status\": \"done\"}").statusCode(400);
  }

  private static ValidatableResponse report(String exchange, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/exchanges/" + exchange + "/reports")
        .then();
  }

  private static ValidatableResponse change(String path, String body) {
    return AdminKey.given().contentType(ContentType.JSON).body(body).patch(path).then();
  }

  private static String quoted(String text) {
    return new io.vertx.core.json.JsonObject(Map.of("t", text))
        .encode()
        .replaceFirst("^\\{\"t\":", "")
        .replaceFirst("}$", "");
  }
}
