package dev.podium.gateway.search;

import static dev.podium.gateway.search.Searches.get;
import static dev.podium.gateway.search.Searches.search;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.corpus.Corpus;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatewayTest
class ExchangeSearchIT {

  private static final int ALL = Corpus.DAYS * Corpus.LANGUAGES.size() * Corpus.EXCHANGES + 3;

  @Test
  void withoutParametersAllThatIsLiveComesNewestFirst() {
    search(Map.of())
        .body("total", equalTo(ALL))
        .body("totalExact", equalTo(true))
        .body("items", hasSize(20))
        .body("items.status", everyItem(equalTo("live")))
        .body("items[0].briefing.date", equalTo("2024-01-20"))
        .body("items[0].highlights.question", hasSize(0))
        .body("items[0].highlights.answer", hasSize(0))
        .body("$", not(hasItem("facets")));
  }

  @Test
  void anItemSaysAllThatIsPromised() {
    String url = Corpus.url(0, "fr");
    search(Map.of("q", "Corée", "from", "2024-01-01", "to", "2024-01-01", "language", "fr"))
        .body("items.find { it.ordinal == 2 }.id", equalTo(Corpus.id(url, 2)))
        .body("items.find { it.ordinal == 2 }.kind", equalTo("question"))
        .body("items.find { it.ordinal == 2 }.answered", equalTo("here"))
        .body("items.find { it.ordinal == 2 }.followUpTo", nullValue())
        .body("items.find { it.ordinal == 2 }.question.asker.outlets[0].id", equalTo("afp"))
        .body("items.find { it.ordinal == 2 }.answer.parts", hasSize(1))
        .body("items.find { it.ordinal == 2 }.version", equalTo(1767254400000001L))
        .body("items.find { it.ordinal == 2 }.status", equalTo("live"))
        .body("items.find { it.ordinal == 2 }.replacedBy", nullValue())
        .body("items[0].briefing.url", equalTo(url))
        .body("items[0].briefing.link", equalTo(url + "?fetched"))
        .body("items[0].briefing.source", equalTo("corpus-fr"))
        .body("items[0].briefing.organisation", equalTo("corpus"))
        .body("items[0].briefing.series", equalTo("regular"))
        .body("items[0].briefing.occasion", equalTo("corpus:regular:2024-01-01"))
        .body("items[0].briefing.language", equalTo("fr"))
        .body("items[0].briefing.title", equalTo("Title of day 0"))
        .body("items[0].briefing.date", equalTo("2024-01-01"))
        .body("items[0].briefing.fetchedAt", equalTo("2026-01-01T08:00:00.000Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Corée                | fr | Corée Corée",
        "coree                | fr | Corée Corée",
        "COREE                | fr | Corée Corée",
        "inondation           | fr | inondations",
        "onu                  | fr | l’ONU",
        "\"accord de Paris\"  | fr | l’accord de Paris",
        "conference climat    | fr | conférence climat conférences",
        "thai*                | fr | Thaïlande",
        "cafe                 | en | café",
        "test                 | en | tests",
        "\"nuclear tests\"    | en | nuclear tests",
        "朝鲜                  | zh | 朝鲜 朝鲜",
        "朝鲜半岛               | zh | 朝鲜半岛 朝鲜半岛",
        "\"无核化\"            | zh | 无核化",
        "半岛 核试验            | zh | 半岛核试验 半岛 半岛",
        "核                   | zh | 核 核",
        "朝鲜 NEAR/0 半岛       | zh | 朝鲜半岛 朝鲜半岛",
        "变化 NEAR/7 朝鲜半岛     | zh | 朝鲜半岛 变化",
        "كوريا                | ar | كوريا كوريا",
        "сторона              | ru | стороны",
        "КОРЕЯ                | ru | Корея Корею",
        "договоренность NEAR/0 соблюдать | ru | соблюдать договорённости",
        "договоренности       | ru | договорённости",
      })
  void highlightsCutTheTextRight(String q, String language, String found) {
    JsonPath page =
        search(Map.of("q", q, "language", language, "outlet", "afp")).extract().jsonPath();
    assertThat(page.getInt("total")).isPositive();
    assertThat(page.getList("items", Map.class))
        .allSatisfy(item -> assertThat(highlighted(item)).isEqualTo(found));
  }

  @Test
  void highlightsCountCodePoints() {
    JsonPath page =
        search(Map.of("q", "半岛无核化", "language", "zh", "outlet", "afp")).extract().jsonPath();
    String answer = page.getString("items[0].answer.text");
    assertThat(page.getInt("items[0].highlights.answer[0].start"))
        .isEqualTo(answer.codePointCount(0, answer.indexOf("😀")) + 1);
  }

  private static String highlighted(Map<?, ?> item) {
    List<String> found = new ArrayList<>();
    Map<?, ?> highlights = (Map<?, ?>) item.get("highlights");
    for (String part : List.of("question", "answer")) {
      Map<?, ?> side = (Map<?, ?>) item.get(part);
      if (side != null) {
        int[] text = ((String) side.get("text")).codePoints().toArray();
        for (Object span : (List<?>) highlights.get(part)) {
          int start = (int) ((Map<?, ?>) span).get("start");
          int end = (int) ((Map<?, ?>) span).get("end");
          found.add(new String(text, start, end - start));
        }
      }
    }
    return String.join(" ", found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "corée navire                      | 0",
        "corée OR navire                   | 20",
        "corée -ONU                        | 0",
        "question:corée                    | 5",
        "answer:corée                      | 10",
        "answer:navire                     | 10",
        "question:navire asker:AFP         | 5",
        "asker:afp                         | 20",
        "asker:\"daily (town\"             | 20",
        "asker:ＡＦＰ                      | 20",
        "asker:\"Dáily (Tōwn\"             | 20",
        "asker:dai*                        | 20",
        "asker:TO*                         | 0",
        "asker:ail*                        | 0",
        "asker:*                           | 400",
        "spokesperson:bea                  | 20",
        "\"Corée accord\"                  | 0",
        "\"essai nucléaire\"               | 0",
        "\"essais nucléaires\"             | 5",
        "(corée OR navire) asker:AFP -port | 5",
        "Corée NEAR/7 essais               | 5",
        "Corée NEAR/6 essais               | 0",
        "essai NEAR/7 corée                | 5",
        "corée NEAR/50 ONU                 | 10",
        "accord NEAR/7 ONU                 | 10",
        "accord NEAR/6 ONU                 | 0",
        "\"accord de Paris\" NEAR/5 onu  | 10",
        "\"accords de Paris\" NEAR/5 onu | 0",
        "(navire OR accord) NEAR/7 onu     | 10",
        "acc* NEAR/7 onu                   | 10",
        "corée NEAR/20 accord -question:corée | 5",
        "question:corée NEAR/50 question:onu | 0",
        "answer:(corée NEAR/20 accord)     | 10",
        "变化 NEAR/6 朝鲜半岛               | 0",
        "\"ONU accord\"~7                | 10",
        "\"ONU accord paris\"~6          | 10",
        "\"ONU accord paris\"~5          | 0",
      })
  void theQueryLanguageMeansWhatItSays(String q, int total) {
    if (total == 400) {
      get(Map.of("q", q)).statusCode(400);
    } else {
      search(Map.of("q", q, "language", "fr")).body("total", equalTo(total));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "language=fr                               | 80",
        "language=FR                               | 80",
        "language=zh                               | 80",
        "language=zh-Hant                          | 16",
        "language=zh-hant                          | 16",
        "language=fr&language=en                   | 160",
        "language=pt                               | 0",
        "source=corpus-zh                          | 64",
        "source=corpus-zh&source=corpus-zh-hant    | 80",
        "organisation=corpus                       | 403",
        "organisation=other                        | 0",
        "series=regular&language=fr                | 80",
        "occasion=corpus:regular:2024-01-03        | 20",
        "spokesperson=ann-one                      | 300",
        "spokesperson=bea-two                      | 100",
        "spokesperson=ann-one&spokesperson=bea-two | 400",
        "outlet=afp                                | 100",
        "outlet=afp&outlet=reuters                 | 200",
        "asker=AFP                                 | 100",
        "asker=afp                                 | 0",
        "asker=The Daily (Town)                    | 100",
        "kind=statement                            | 103",
        "kind=question                             | 300",
        "kind=question&kind=statement              | 403",
        "answered=no                               | 100",
        "answered=here                             | 200",
        "followUp=true                             | 0",
        "status=withdrawn                          | 1",
        "status=reworded                           | 1",
        "status=live&status=withdrawn              | 404",
        "from=2024-01-20                           | 20",
        "to=2024-01-01                             | 21",
        "from=2024-01-02&to=2024-01-03             | 40",
        "from=2023-05-05&to=2023-05-05             | 1",
        "from=0001-01-01&to=9999-12-31             | 401",
        "from=2024-01-02&to=2024-01-02&language=ru | 4",
        "dated=true                                | 401",
        "dated=false                               | 2",
        "q=&language=&source=&size=                | 403",
      })
  void filtersLetThroughWhatTheySay(String query, int total) {
    given().get("/v1/exchanges?" + query).then().statusCode(200).body("total", equalTo(total));
  }

  @Test
  void facetsAndTimelineCount() {
    search(Map.of("facets", "language", "interval", "month", "language", "zh"))
        .body("facets.language.value", contains("zh", "zh-Hant"))
        .body("facets.language.count", contains(64, 16))
        .body("timeline", hasSize(1))
        .body("timeline[0].date", equalTo("2024-01-01"))
        .body("timeline[0].count", equalTo(80));
    given()
        .get("/v1/exchanges?facets=kind&facets=outlet&facets=followUp&facets=asker")
        .then()
        .statusCode(200)
        .body("facets.kind.find { it.value == 'statement' }.count", equalTo(103))
        .body("facets.outlet.value", contains("afp", "reuters"))
        .body("facets.followUp.value", contains("false"))
        .body("facets.asker.count", contains(100, 100, 100));
  }

  @Test
  void theFacetOfDatedCountsWhetherTheDayIsKnown() {
    given()
        .get("/v1/exchanges?facets=dated")
        .then()
        .statusCode(200)
        .body("facets.dated.value", contains("true", "false"))
        .body("facets.dated.count", contains(401, 2));
    search(Map.of("facets", "dated", "language", "zh"))
        .body("facets.dated.value", contains("true"));
  }

  @Test
  void theFacetOfSpokespersonsCountsAsTheFilterDoes() {
    search(Map.of("facets", "spokesperson"))
        .body("facets.spokesperson.value", contains("ann-one", "bea-two"))
        .body("facets.spokesperson.count", contains(300, 100));
  }
}
