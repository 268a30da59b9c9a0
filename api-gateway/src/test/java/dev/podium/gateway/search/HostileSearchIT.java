package dev.podium.gateway.search;

import static dev.podium.gateway.search.Searches.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.gateway.GatewayTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class HostileSearchIT {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "qq=x                                | qq",
        "Q=x                                 | Q",
        "q=a&q=b                             | q",
        "q=%22open                           | q",
        "q=%00                               | q",
        "q=%F0%9F                            | q",
        "q=...                               | q",
        "language=french                     | language",
        "language=f                          | language",
        "language=zh_Hant                    | language",
        "kind=other                          | kind",
        "answered=maybe                      | answered",
        "status=gone                         | status",
        "followUp=1                          | followUp",
        "dated=2017                          | dated",
        "from=yesterday                      | from",
        "from=2024-02-30                     | from",
        "to=2024-1-1                         | to",
        "from=2024-01-02&to=2024-01-01       | to",
        "from=2024-01-01&from=2024-01-02     | from",
        "size=0                              | size",
        "size=1001                           | size",
        "size=ten                            | size",
        "size=5&size=6                       | size",
        "sort=best                           | sort",
        "cursor=nonsense                     | cursor",
        "facets=text                         | facets",
        "interval=hour                       | interval",
      })
  void wrongParametersAreNamed(String query, String name) {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/exchanges?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.name", contains(name));
  }

  @Test
  void theplaceOfASyntaxErrorIsTold() {
    get(Map.of("q", "corée AND (𠮷"))
        .statusCode(400)
        .body("errors[0].name", equalTo("q"))
        .body("errors[0].position", equalTo(10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\",
        "a\\",
        "a\\*",
        "{}",
        "${7*7}",
        "{{x}}",
        "<script>",
        "'; DROP",
        "a/b",
        "[a TO b]",
        "a~2",
        "a^3",
        "&&",
        "||",
        "!",
        "+a",
        "_exists_",
        "👩‍👩‍👧‍👦 a",
        "\u202Eabc",
        "ǅ",
        "İ",
        "ß"
      })
  void charactersOfOtherLanguagesAndSystemsAreTextOnly(String q) {
    int status = get(Map.of("q", q)).extract().statusCode();
    assertThat(status).isIn(200, 400);
    assertThat(get(Map.of("q", "asker:\"" + q.replace("\"", "") + "x\"")).extract().statusCode())
        .isEqualTo(200);
  }

  @Test
  void theWorstQueriesEndSoon() {
    String wide = String.join(" OR ", java.util.Collections.nCopies(32, "ab*"));
    get(Map.of("q", wide, "size", "100"))
        .statusCode(200)
        .time(org.hamcrest.Matchers.lessThan(10_000L));
    String cjk = "朝鲜半岛核试验是否恢复".repeat(15);
    get(Map.of("q", cjk, "size", "100"))
        .statusCode(200)
        .time(org.hamcrest.Matchers.lessThan(10_000L));
    get(Map.of("q", cjk.repeat(6), "size", "100"))
        .statusCode(400)
        .body("errors[0].detail", containsString("queryWords"));
    String near = String.join(" OR ", java.util.Collections.nCopies(16, "ab* NEAR/50 ba*"));
    get(Map.of("q", near, "size", "100"))
        .statusCode(200)
        .time(org.hamcrest.Matchers.lessThan(10_000L));
  }
}
