package dev.podium.gateway.offset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Segment;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.change.TextDiff;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.PageIds;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.change.Changes;
import dev.podium.gateway.change.ChangesTopic;
import dev.podium.gateway.corpus.Corpus;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code offsets=utf16} Java's own strings are cut right, and without it code points are. */
@GatewayTest
class OffsetsIT {

  // It has characters of two code units in its text and before it.
  private static final String URL = Corpus.url(0, "zh");
  private static final String EXCHANGE = "/v1/exchanges/" + Corpus.id(URL, 3);
  private static final String ANSWER = "中方对朝鲜半岛问题的立场没有变化，𠮷野先生也知道。😀半岛无核化。";

  private static final int TRIES = 1_000;

  private static JsonPath get(String path) {
    return given().get(path).then().statusCode(200).extract().jsonPath();
  }

  private static String page(String url) {
    return Corpus.captured().stream()
        .filter(one -> one.url().equals(url))
        .map(one -> new String(one.body(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  private static String cut(String text, Map<String, Integer> span) {
    return text.substring(span.get("start"), span.get("end"));
  }

  @Test
  void highlightsAndSegmentsOfASearch() {
    JsonPath found =
        given()
            .queryParams(Map.of("q", "无核化", "language", "zh", "offsets", "utf16", "size", "1"))
            .queryParam("from", "2024-01-01")
            .queryParam("to", "2024-01-01")
            .get("/v1/exchanges")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(cut(ANSWER, found.getMap("items[0].highlights.answer[0]"))).isEqualTo("无核化");
    assertThat(cut(page(URL), found.getMap("items[0].answer.parts[0].segments[0]")))
        .isEqualTo(ANSWER);
    assertThat(found.getString("next")).contains("offsets=utf16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/revisions/1767254400000001"})
  void segmentsOfOneExchange(String path) {
    JsonPath utf16 = get(EXCHANGE + path + "?offsets=utf16");
    JsonPath codePoints = get(EXCHANGE + path + "?offsets=codepoint");
    assertThat(cut(page(URL), utf16.getMap("answer.parts[0].segments[0]"))).isEqualTo(ANSWER);
    int length =
        codePoints.getInt("answer.parts[0].segments[0].end")
            - codePoints.getInt("answer.parts[0].segments[0].start");
    assertThat(length).isEqualTo(ANSWER.codePointCount(0, ANSWER.length()));
    assertThat(codePoints.<Object>get("")).isEqualTo(get(EXCHANGE + path).get(""));
  }

  @Test
  void segmentsOfABriefing() {
    JsonPath briefing = get("/v1/briefings/" + PageIds.of(URL) + "?offsets=utf16");
    for (int i = 0; i < Corpus.EXCHANGES; i++) {
      String text = briefing.getString("exchanges[" + i + "].answer.text");
      if (text != null) {
        assertThat(
                cut(page(URL), briefing.getMap("exchanges[" + i + "].answer.parts[0].segments[0]")))
            .isEqualTo(text);
      }
    }
  }

  @Test
  void segmentsAndWordsOfADiffAndOfWhatIsSimilar() {
    String edited = Corpus.url(2, "zh");
    JsonPath diff =
        get("/v1/exchanges/" + Corpus.id(edited, Corpus.EDITED) + "/diff?offsets=utf16");
    String after = diff.getString("after.answer.text");
    assertThat(diff.getList("diff[0].added")).isNotEmpty();
    List<Map<String, Integer>> added = diff.getList("diff[0].added");
    assertThat(added).allSatisfy(one -> assertThat(cut(after, one)).isNotBlank());
    JsonPath similar = get(EXCHANGE + "/similar?offsets=utf16&size=1");
    String url = similar.getString("items[0].briefing.url");
    assertThat(cut(page(url), similar.getMap("items[0].answer.parts[0].segments[0]")))
        .isEqualTo(similar.getString("items[0].answer.text"));
  }

  @Test
  void segmentsAndWordsOfChanges() throws Exception {
    String source = "offsets-" + UUID.randomUUID();
    long version = 1767254400000001L;
    String dropped = Corpus.url(15, "ru");
    new ChangesTopic()
        .publish(
            List.of(
                change(source, URL, 3, version),
                change(source, URL, 3, 1),
                change(source, dropped, 2, version)));
    String address = "/v1/changes?offsets=utf16&source=" + source;

    JsonPath found = get(address);
    for (int i = 0; i < TRIES && found.getList("items").size() < 3; i++) {
      // What is published is read a moment later.
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      found = get(address);
    }

    String one = "items.find { it.offsets == 'utf16' }.";
    assertThat(cut(page(URL), found.getMap(one + "after.answer.parts[0].segments[0]")))
        .isEqualTo(ANSWER);
    assertThat(cut(ANSWER, found.getMap(one + "diff[0].added[0]"))).isEqualTo("无核化");
    assertThat(found.getList("items.offsets"))
        .containsExactlyInAnyOrder("utf16", "codepoint", "codepoint");
    String other = "items.find { it.toVersion == 1 }.after.answer.parts[0].segments[0]";
    assertThat(found.<Object>get(other))
        .isEqualTo(get(EXCHANGE).<Object>get("answer.parts[0].segments[0]"));
    assertThat(found.getString("next")).contains("offsets=utf16");
    assertThat(get("/v1/changes?source=" + source).<Object>get("items[0].offsets")).isNull();
    assertThat(streamed(source, 3)).containsExactlyInAnyOrderElementsOf(found.getList("items"));
  }

  /** So many changes as the stream tells them from its beginning. */
  private static List<Object> streamed(String source, int count) throws Exception {
    URI address =
        URI.create(
            "http://localhost:%d/v1/stream?offsets=utf16&after=0:0,1:0,2:0,3:0,4:0,5:0&source=%s"
                .formatted(RestAssured.port, source));
    try (HttpClient client = HttpClient.newHttpClient();
        Stream<String> lines =
            client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofLines()).body()) {
      List<Object> changes =
          lines
              // Heartbeats go on for ever.
              .limit(TRIES)
              .filter(line -> line.startsWith("data: ") && line.contains("\"toVersion\""))
              .limit(count)
              .map(line -> JsonPath.from(line.substring("data: ".length())).<Object>get(""))
              .toList();
      client.shutdownNow();
      return changes;
    }
  }

  private static Change change(String source, String url, int ordinal, long version) {
    String id = Corpus.id(url, ordinal);
    Exchange after =
        EventJson.read(given().get("/v1/exchanges/" + id).asByteArray(), Exchange.class);
    Change model = new Changes(source).added(id + version);
    Change.BriefingRef ref = model.briefing();
    int at = ANSWER.codePointCount(0, ANSWER.indexOf("无核化"));
    List<TextDiff> diff =
        url.equals(URL)
            ? List.of(new TextDiff("answer.text", List.of(), List.of(new Segment(at, at + 3))))
            : List.of();
    return new Change(
        model.id(),
        Change.Kind.ADDED,
        Change.Cause.SOURCE,
        model.recordedAt(),
        new Change.BriefingRef(
            PageIds.of(url),
            url,
            url,
            source,
            ref.organisation(),
            ref.language(),
            ref.title(),
            ref.date(),
            ref.series(),
            ref.spokespersons()),
        id,
        null,
        0,
        version,
        List.of(),
        null,
        after,
        diff);
  }

  @Test
  void withoutThePageTheyCannotBeTold() {
    String dropped = "/v1/exchanges/" + Corpus.id(Corpus.url(15, "ru"), 2);
    given()
        .get(dropped + "?offsets=utf16")
        .then()
        .statusCode(409)
        .body("code", equalTo("offsets-unknown"))
        .body("detail", containsString("offsets=codepoint"));
    given().get(dropped).then().statusCode(200);
    String silent = "/v1/exchanges/" + Corpus.id(Corpus.url(17, "ru"), 2);
    given().get(silent + "?offsets=utf16").then().statusCode(504);
    String failing = "/v1/exchanges/" + Corpus.id(Corpus.url(14, "ru"), 2);
    given().get(failing + "?offsets=utf16").then().statusCode(502);
  }

  /** One page that is not there any more spares the others of a list, and an export goes on. */
  @Test
  void eachExchangeOfAListSaysWhatItCounts() {
    String days = "/v1/exchanges?language=ru&language=fr&from=2024-01-16&to=2024-01-16";
    String dropped = PageIds.of(Corpus.url(15, "ru"));

    JsonPath found = get(days + "&offsets=utf16");

    String inPage = "items.findAll { it.briefing.id == '%s' && it.answer }.offsets";
    assertThat(found.<String>getList(inPage.formatted(dropped)))
        .isNotEmpty()
        .containsOnly("codepoint");
    assertThat(found.<String>getList(inPage.formatted(PageIds.of(Corpus.url(15, "fr")))))
        .isNotEmpty()
        .containsOnly("utf16");
    assertThat(get(days).getList("items.offsets")).containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(strings = {"offsets=bytes", "offsets=utf16&offsets=codepoint"})
  void wrongOffsetsAreNamed(String query) {
    for (String path : List.of("/v1/exchanges", EXCHANGE, EXCHANGE + "/diff", "/v1/changes")) {
      given()
          .get(path + '?' + query)
          .then()
          .statusCode(400)
          .body("errors.name", contains("offsets"));
    }
  }
}
