package dev.podium.gateway.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.podium.contracts.change.Change;
import dev.podium.contracts.identity.PageIds;
import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.change.Changes;
import dev.podium.gateway.change.ChangesTopic;
import dev.podium.gateway.corpus.Corpus;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was erased answers 410 and is in no list; administrators demand it. */
@GatewayTest
class ErasureIT {

  static final String URL = "https://corpus.example/erased";
  static final String PAGE = PageIds.of(URL);
  private static final String EXCHANGE = "x".repeat(16);
  private static final int TRIES = 1_000;

  private final ErasedDocuments documents;

  ErasureIT(ErasedDocuments documents) {
    this.documents = documents;
  }

  @BeforeAll
  static void stubs() {
    ErasedStubs.exchange(EXCHANGE, PAGE);
    ErasedStubs.briefing(PAGE, URL);
  }

  @AfterAll
  static void nothingStays() {
    ErasedStubs.removeExchange(EXCHANGE);
    ErasedStubs.remove("briefings/_doc/" + PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/revisions",
        "/revisions/1774000800000000",
        "/diff",
        "/similar",
        "/evidence",
        "?format=bibtex",
        "?format=csl"
      })
  void anErasedExchangeAnswersWithItsErasure(String what) {
    given()
        .get("/v1/exchanges/" + EXCHANGE + what)
        .then()
        .statusCode(410)
        .contentType("application/problem+json")
        .body("code", equalTo("erased"))
        .body("erasure.id", equalTo(ErasuresBackend.ID))
        .body("erasure.reason", equalTo("court-order"));
  }

  @ParameterizedTest
  @ValueSource(strings = {".html", ".md", ".akn", ".xml"})
  void anErasedBriefingAnswersWithItsErasureInEveryForm(String ending) {
    given()
        .get("/v1/briefings/" + PAGE + ending)
        .then()
        .statusCode(410)
        .contentType("application/problem+json")
        .body("erasure.id", equalTo(ErasuresBackend.ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson", "atom", "feed.json"})
  void whatWasErasedIsInNoFile(String form) {
    String all = "?status=live&status=withdrawn&status=reworded";
    given()
        .get("/v1/exchanges." + form + all)
        .then()
        .statusCode(200)
        .body(not(containsString(EXCHANGE)));
  }

  @Test
  void anErasedBriefingAnswersWithItsErasureAndIsInNoList() {
    given()
        .get("/v1/briefings/" + PAGE)
        .then()
        .statusCode(410)
        .body("erasure.id", equalTo(ErasuresBackend.ID));
    given().get("/v1/briefings?url=" + URL).then().body("items", hasSize(0));
    given().get("/v1/briefings?size=100").then().body("items.id", not(hasItem(PAGE)));
    given()
        .get("/v1/exchanges?size=100&status=live&status=withdrawn&status=reworded")
        .then()
        .body("items.id", not(hasItem(EXCHANGE)));
    given().get("/v1/exchanges?status=erased").then().statusCode(400);
  }

  @Test
  void whoeverHoldsTextsLearnsWhatWasErased() {
    String live = Corpus.id(Corpus.url(0, "fr"), 1);
    String briefing = PageIds.of(Corpus.url(0, "fr"));

    assertThat(documents.among(Set.of(PAGE, briefing, EXCHANGE, live)))
        .containsExactlyInAnyOrder(PAGE, EXCHANGE);
    assertThat(documents.among(Set.of())).isEmpty();
  }

  @Test
  void changesThatQuoteItAreToldNoMore() {
    String run = UUID.randomUUID().toString();
    String other = PageIds.of("https://corpus.example/" + run);
    ChangesTopic topic = new ChangesTopic();
    topic.publish(
        List.of(
            Changes.of(EXCHANGE, other, Change.Kind.ADDED, run + "/exchange"),
            Changes.of(other, PAGE, Change.Kind.ADDED, run + "/briefing"),
            Changes.of(other, other, Change.Kind.ADDED, run + "/neither")));
    // So that it is in memory no more, and has to be read from Kafka again.
    topic.forgetInMemory();

    assertThat(awaitTold("exchange=" + other + "&exchange=" + EXCHANGE))
        .containsExactly(PageIds.of("https://changes.example/" + run + "/neither"));
  }

  @Test
  void changesThatQuoteItAsWhatTheyReplaceAreToldNoMore() {
    String run = UUID.randomUUID().toString();
    String now = PageIds.of("https://corpus.example/" + run);
    String before = PageIds.of("https://corpus.example/" + run + "/before");
    ErasedStubs.exchange(before, now);
    ChangesTopic topic = new ChangesTopic();
    topic.publish(
        List.of(
            Changes.of(now, before, now, Change.Kind.REWORDED, run + "/reworded"),
            Changes.of(now, now, Change.Kind.EDITED, run + "/edited")));
    topic.forgetInMemory();

    assertThat(awaitTold("exchange=" + now))
        .containsExactly(PageIds.of("https://changes.example/" + run + "/edited"));
    ErasedStubs.removeExchange(before);
  }

  /** What is published is read a moment later. */
  private static List<String> awaitTold(String filter) {
    String changes = "/v1/changes?size=100&" + filter;
    List<String> told = told(changes);
    for (int i = 0; i < TRIES && told.isEmpty(); i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      told = told(changes);
    }
    return told;
  }

  private static List<String> told(String changes) {
    return given().get(changes).then().statusCode(200).extract().path("items.id");
  }

  @Test
  void aDemandIsCompletedByWhatTheIndexKnows() {
    String url = Corpus.url(0, "fr");
    AdminKey.given()
        .contentType("application/json")
        .body(
            "{\"page\": \"%s\", \"exchange\": null, \"reason\": {\"kind\": \"other\"}}"
                .formatted(url))
        .post("/v1/erasures")
        .then()
        .statusCode(202)
        .header("Location", endsWith("/v1/erasures/" + ErasuresBackend.ID))
        .body("sent.page", equalTo(PageIds.of(url)))
        .body("sent.exchanges", hasSize(Corpus.EXCHANGES))
        .body("sent.reason.kind", equalTo("other"))
        .body("sent.by", startsWith("key:"));
    String exchange = Corpus.id(url, 2);
    AdminKey.given()
        .contentType("application/json")
        .body("{\"exchange\": \"%s\"}".formatted(exchange))
        .post("/v1/erasures?dryRun=true")
        .then()
        .statusCode(200)
        .body("sent.page", equalTo(PageIds.of(url)))
        .body("sent.exchange", equalTo(exchange));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 400 | bad-json",
        "[] | 400 | bad-json",
        "{\"page\": \"a\", \"page\": \"b\"} | 400 | bad-json",
        "{} | 400 | page",
        "{\"page\": 1} | 400 | is a text",
        "{\"exchanges\": [\"a\"]} | 400 | exchanges",
        "{\"by\": \"x\"} | 400 | there is no such field",
        "{\"page\": \"::\"} | 400 | page",
        "{\"page\": \"https://a.example/\", \"exchange\": \"a\"} | 400 | not both",
        "{\"exchange\": \"../x\"} | 400 | no id",
        "{\"exchange\": \"aaaaaaaaaaaaaaaa\"} | 404 | no exchange"
      })
  void whatIsWrongIsNamed(String body, int status, String named) {
    String answer =
        AdminKey.given()
            .contentType("application/json")
            .body(body)
            .post("/v1/erasures")
            .then()
            .statusCode(status)
            .contentType("application/problem+json")
            .extract()
            .asString();
    assertThat(answer).contains(named);
  }

  @Test
  void administratorsSeeHowFarItIsAndNobodyElse() {
    AdminKey.given()
        .get("/v1/erasures/" + ErasuresBackend.ID)
        .then()
        .statusCode(200)
        .body("indexed", equalTo(true));
    AdminKey.given().get("/v1/erasures/unknownunknown22").then().statusCode(404);
    AdminKey.given().get("/v1/erasures/..%2fpages").then().statusCode(404);
    AdminKey.given()
        .get("/v1/erasures?size=1")
        .then()
        .body("next", startsWith("http://"))
        .body("next", containsString("/v1/erasures?size=1"));
    given().get("/v1/erasures").then().statusCode(401);
    given().contentType("application/json").body("{}").post("/v1/erasures").then().statusCode(401);
  }
}
