package dev.podium.gateway.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.RawHttp;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class QuotaIT {

  private static RequestSpecification from(String address) {
    return given().header("X-Forwarded-For", address);
  }

  @Test
  void everyAnswerTellsWhatIsLeft() {
    from("2001:db8:7::1")
        .get("/v1/exchanges?size=1")
        .then()
        .statusCode(200)
        .header("RateLimit-Policy", equalTo("\"anonymous\";q=600;w=60"))
        .header("RateLimit", matchesPattern("\"anonymous\";r=595;t=[12]"));
    // Dear enough that what comes back meanwhile does not hide who shares with whom.
    for (int i = 0; i < 6; i++) {
      from("2001:db8:7::1").get("/v1/exchanges/x/evidence").then().statusCode(404);
    }
    from("2001:db8:7::2")
        .get("/v1/sources")
        .then()
        .header("RateLimit", matchesPattern("\"anonymous\";r=[2-4]\\d\\d;t=\\d+"));
    from("2001:db8:8::1")
        .get("/v1/sources")
        .then()
        .header("RateLimit", matchesPattern("\"anonymous\";r=595;t=[12]"));
  }

  /** In whichever way the server is led to one. */
  @ParameterizedTest
  @CsvSource({
    "198.18.0.1, text/csv, text/csv, 55",
    "198.18.0.2, TEXT/CSV, text/csv, 55",
    "198.18.0.3, text/*, text/csv, 55",
    "198.18.0.4, image/png & application/x-ndjson, application/x-ndjson, 55",
    "198.18.0.5, 'application/json, text/csv;q=0.9', application/json, 59",
    "198.18.0.6, application/atom+xml, application/atom+xml, 59",
    "198.18.0.7, 'text/html, */*;q=0.8', application/json, 59",
  })
  void aFileCostsMoreThanASearch(String from, String accept, String type, String left)
      throws IOException {
    String request =
        "HEAD /v1/exchanges?language=de HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + ("X-Forwarded-For: " + from + "\r\n")
            + ("Accept: " + accept.replace(" & ", "\r\nAccept: ") + "\r\n\r\n");

    assertThat(RawHttp.send(request))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("content-type: " + type)
        .containsPattern("(?i)RateLimit: \"anonymous\";r=" + left + "\\d;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/exchanges.csv/", "/v1/exchanges.csv;x", "/v1/exchanges.csv"})
  void noSpellingOfAnAddressCostsLess(String path) {
    from("198.19.0." + path.length())
        .urlEncodingEnabled(false)
        .get(path + "?language=de")
        .then()
        .statusCode(200)
        .contentType(startsWith("text/csv"))
        .header("RateLimit", matchesPattern("\"anonymous\";r=55\\d;t=\\d+"));
  }

  private static int left(Response answer) {
    answer.then().statusCode(200);
    String left = answer.header("RateLimit");
    return Integer.parseInt(left.substring(left.indexOf("r=") + 2, left.indexOf(";t=")));
  }

  @Test
  void aFileForWhichTooLittleIsLeftIsRefused() {
    String who = "198.51.100.3";
    int left = 600;
    // Until it is enough for a search, and not for a file, though some comes back all the time.
    for (int i = 0; i < 200 && left >= 20; i++) {
      String type = left >= 100 ? "text/csv" : "application/json";
      left = left(from(who).accept(type).get("/v1/exchanges?language=de"));
    }

    from(who)
        .accept("text/csv")
        .get("/v1/exchanges?language=de")
        .then()
        .statusCode(429)
        .header("Retry-After", matchesPattern("[1-9]"))
        .body("code", equalTo("rate-limited"))
        .body("detail", containsString("this costs 50"));
  }

  @Test
  void theQuotaTellsWhoTheCallerIsAndAllLimits() {
    given()
        .header("X-API-Key", AdminKey.make("write"))
        .get("/v1/quota")
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .body("caller", containsString("key:"))
        .body("scopes", contains("read", "write"))
        .body("rate.policy", equalTo("key"))
        .body("rate.points", equalTo(30_000))
        .body("rate.left", equalTo(30_000))
        .body(
            "limits.name",
            hasItems("pageSize", "queryDepth", "queryWords", "cursorLength", "bodySize"))
        .body("limits.find { it.name == 'pageSize' }.value", equalTo(1000));
    given().get("/v1/quota").then().body("caller", equalTo("loopback")).body("rate", nullValue());
  }

  @Test
  void whoeverHasNothingLeftWaitsAndOthersDoNot() {
    var answer = from("198.51.100.1").get("/v1/exchanges/x/evidence");
    for (int i = 0; i < 20 && answer.statusCode() == 404; i++) {
      answer = from("198.51.100.1").get("/v1/exchanges/x/evidence");
    }

    answer
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", matchesPattern("[1-9]"))
        .header("RateLimit", containsString("\"anonymous\";r="))
        .header("Cache-Control", equalTo("no-store"))
        .body("code", equalTo("rate-limited"))
        .body("detail", containsString("this costs 50"));
    from("198.51.100.2").get("/v1/exchanges?size=1").then().statusCode(200);
    from("198.51.100.1").get("/v1/quota").then().statusCode(200).body("rate.left", lessThan(60));
    from("198.51.100.1")
        .header("X-API-Key", AdminKey.make("read"))
        .get("/v1/exchanges?size=1")
        .then()
        .statusCode(200);
  }

  /** Else nobody could remember all of them. */
  @Test
  void manyAddressesTakeBoundedMemory() {
    Allowances allowances = new Allowances(new Few());
    for (int i = 0; i < 1_000; i++) {
      assertThat(allowances.of("anonymous", Integer.toString(i), 10)).isPresent();
    }

    assertThat(allowances.remembered()).isLessThanOrEqualTo(100);
  }

  /** Remembers few. */
  private record Few() implements LimitSettings {

    @Override
    public int anonymous() {
      return 10;
    }

    @Override
    public int key() {
      return 10;
    }

    @Override
    public int loopback() {
      return 0;
    }

    @Override
    public int refusals() {
      return 10;
    }

    @Override
    public int remembered() {
      return 100;
    }

    @Override
    public int trustedProxies() {
      return 0;
    }
  }
}
