package dev.podium.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.identity.PageIds;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.corpus.Corpus;
import dev.podium.gateway.openapi.ApiDocument.Operation;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds what the gateway answers to what its description says. */
@GatewayTest
class AnswersIT {

  private static final String EXCHANGE = Corpus.id(Corpus.url(2, "zh"), Corpus.EDITED);

  private ApiDocument document;

  @BeforeEach
  void read() throws Exception {
    document = ApiDocument.read();
  }

  @ParameterizedTest
  @CsvSource({
    "searchExchanges, 200, /v1/exchanges?size=100",
    "searchExchanges, 200, '/v1/exchanges?q=cor*&facets=language&interval=month&size=100'",
    "searchExchanges, 200, '/v1/exchanges?status=withdrawn&status=reworded'",
    "searchExchanges, 200, /v1/exchanges?size=1",
    "searchExchanges, 400, /v1/exchanges?q=(&size=0",
    "getExchange, 200, /v1/exchanges/EXCHANGE",
    "getExchange, 404, /v1/exchanges/aaaaaaaaaaaaaaaa",
    "listRevisions, 200, /v1/exchanges/EXCHANGE/revisions",
    "getRevision, 200, /v1/exchanges/EXCHANGE/revisions/1767254400000001",
    "getRevision, 404, /v1/exchanges/EXCHANGE/revisions/1",
    "diffExchange, 200, /v1/exchanges/EXCHANGE/diff",
    "diffExchange, 200, /v1/exchanges/UNCHANGED/diff",
    "similarExchanges, 200, /v1/exchanges/EXCHANGE/similar",
    "getEvidence, 404, /v1/exchanges/EXCHANGE/evidence?version=1",
    "listBriefings, 200, /v1/briefings?size=100",
    "listBriefings, 400, /v1/briefings?from=x",
    "getBriefing, 200, /v1/briefings/BRIEFING",
    "getBriefing, 200, /v1/briefings/GONE",
    "listChanges, 200, /v1/changes?since=2020-01-01",
    "listOutlets, 200, /v1/outlets",
    "listSpokespersons, 200, /v1/spokespersons",
  })
  void anAnswerIsAsItsSchemaSays(String operation, int status, String address) throws Exception {
    Response answer = given().urlEncodingEnabled(false).get(filled(address));

    assertThat(answer.statusCode()).isEqualTo(status);
    JsonNode content =
        document.content(
            operation(operation), status, answer.contentType().replaceFirst(";.*", ""));
    assertThat(content.has("schema")).as("%d is described", status).isTrue();
    JsonNode body = ApiDocument.JSON.readTree(answer.asByteArray());
    assertThat(document.errors(content.path("schema"), body)).isEmpty();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(document.brokenReferences()).isEmpty();
  }

  @Test
  void everyOperationWithASchemaSaysWhatItsFieldsAre() {
    List<String> vague = new ArrayList<>();
    for (Operation operation : document.operations()) {
      JsonNode content = document.content(operation, 200, "application/json");
      if (!content.isMissingNode() && document.resolve(content.path("schema")).isEmpty()) {
        vague.add(operation.id());
      }
    }
    assertThat(vague).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "changeAlert, 413",
    "erase, 413",
    "getPage, 410",
    "getPage, 504",
    "getQuota, 400",
    "getRevisionText, 410",
    "getRevisionText, 502",
    "listPages, 400",
    "listPages, 504",
    "parsePage, 408",
    "parsePage, 502",
    "putSource, 412",
    "swapIndex, 409",
  })
  void whatSomeoneMayBeAnsweredIsTold(String operation, String status) {
    assertThat(operation(operation).responses().has(status)).isTrue();
  }

  /** As the log of deliveries reads them. */
  @Test
  void aListTellsTheParametersThatItTakes() {
    assertThat(operation("listDeliveries").parameters())
        .filteredOn(parameter -> parameter.in().equals("query"))
        .extracting(ApiDocument.Parameter::name)
        .containsExactlyInAnyOrder("size", "cursor");
  }

  @Test
  void everyErrorIsDescribedWithAnExample() {
    List<String> missing = new ArrayList<>();
    for (Operation operation : document.operations()) {
      operation
          .responses()
          .properties()
          .forEach(
              response -> {
                int status = Integer.parseInt(response.getKey());
                JsonNode content = document.content(operation, status, "application/problem+json");
                if (status >= 400 && !isExample(content, status)) {
                  missing.add(operation.method() + ' ' + operation.path() + ' ' + status);
                }
              });
    }
    assertThat(missing).isEmpty();
  }

  private boolean isExample(JsonNode content, int status) {
    JsonNode example = content.path("example");
    return example.path("status").asInt() == status
        && document.errors(content.path("schema"), example).isEmpty();
  }

  private Operation operation(String id) {
    return document.operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String filled(String address) {
    return address
        .replace("EXCHANGE", EXCHANGE)
        .replace("UNCHANGED", Corpus.id(Corpus.url(0, "fr"), 1))
        .replace("BRIEFING", PageIds.of(Corpus.url(0, "fr")))
        .replace("GONE", PageIds.of("https://corpus.example/gone"));
  }
}
