package dev.podium.gateway.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.corpus.Corpus;
import java.io.StringReader;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

@GatewayTest
class FeedIT {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?language=ar",
        "?q=Cor%C3%A9e&size=3",
        "?language=de",
        "?status=withdrawn",
        "?q=nothinglikethis"
      })
  void aFeedHasWhatRfc4287Requires(String query) throws Exception {
    Element feed = atom("/v1/exchanges.atom" + query);
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getLocalName()).isEqualTo("feed");
    for (String once : List.of("id", "title", "updated")) {
      assertThat(children(feed, once)).as(once).hasSize(1);
    }
    assertThat(URI.create(text(feed, "id")).isAbsolute()).isTrue();
    OffsetDateTime.parse(text(feed, "updated"));
    assertThat(children(feed, "author")).isNotEmpty();
    assertThat(rels(feed)).contains("self", "first", "alternate").doesNotHaveDuplicates();
    for (Element entry : children(feed, "entry")) {
      holdsWhatAnEntryMust(entry);
    }
  }

  private static void holdsWhatAnEntryMust(Element entry) {
    for (String once : List.of("id", "title", "updated", "content")) {
      assertThat(children(entry, once)).as(once).hasSize(1);
      assertThat(text(entry, once)).isNotBlank();
    }
    assertThat(URI.create(text(entry, "id")).isAbsolute()).isTrue();
    OffsetDateTime.parse(text(entry, "updated"));
    assertThat(children(entry, "author")).isNotEmpty();
    children(entry, "author").forEach(author -> assertThat(text(author, "name")).isNotBlank());
    assertThat(rels(entry)).contains("alternate");
    assertThat(entry.getAttribute("xml:lang")).isNotBlank();
  }

  @Test
  void anEntryTellsWhoAnsweredAndWhere() throws Exception {
    Element feed = atom("/v1/exchanges.atom?language=fr&outlet=reuters");
    Element entry = children(feed, "entry").getFirst();
    String url = Corpus.url(Corpus.DAYS - 1, "fr");
    assertThat(text(entry, "id")).endsWith("/v1/exchanges/" + Corpus.id(url, 3));
    assertThat(text(children(entry, "author").getFirst(), "name")).isEqualTo("bea-two by name");
    assertThat(text(entry, "published")).isEqualTo("2024-01-20T00:00:00Z");
    assertThat(text(entry, "updated")).isEqualTo("2026-01-01T08:00:00Z");
    assertThat(text(entry, "content")).contains("<p>", "href=\"" + url + '"');
  }

  @Test
  void nextLeadsThroughAllEachOnceAndTheFeedStaysTheSame() throws Exception {
    List<String> ids = new ArrayList<>();
    Element first = atom("/v1/exchanges.atom?language=fr&size=30");
    for (Element page = first; page != null; page = next(page)) {
      children(page, "entry").forEach(entry -> ids.add(text(entry, "id")));
      assertThat(text(page, "id")).isEqualTo(text(first, "id"));
    }
    assertThat(ids).hasSize(Corpus.DAYS * Corpus.EXCHANGES).doesNotHaveDuplicates();
  }

  private static Element next(Element page) throws Exception {
    for (Element link : children(page, "link")) {
      if (link.getAttribute("rel").equals("next")) {
        return atom(link.getAttribute("href"));
      }
    }
    return null;
  }

  @Test
  void aJsonFeedHasWhatItsVersionRequires() {
    given()
        .get("/v1/exchanges.feed.json?language=fr&size=5")
        .then()
        .statusCode(200)
        .contentType(startsWith("application/feed+json"))
        .body("version", equalTo("https://jsonfeed.org/version/1.1"))
        .body("title", equalTo("Podium: language=fr"))
        .body("feed_url", containsString("/v1/exchanges.feed.json?language=fr&size=5"))
        .body("next_url", containsString("cursor="))
        .body("items", hasSize(5))
        .body("items.id", everyItem(containsString("/v1/exchanges/")))
        .body("items.content_html", everyItem(notNullValue()))
        .body("items.content_text", everyItem(notNullValue()))
        .body("items.language", everyItem(equalTo("fr")))
        .body("items.date_modified", everyItem(equalTo("2026-01-01T08:00:00Z")))
        .body("items[0].date_published", equalTo("2024-01-20T00:00:00Z"))
        .body("items.authors.name.flatten()", hasItem("Ann One"));
  }

  @Test
  void theLastPageHasNoNext() {
    given()
        .get("/v1/exchanges.feed.json?language=de")
        .then()
        .body("items", hasSize(2))
        .body("next_url", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/exchanges.atom?language=fr", "/v1/exchanges.feed.json?language=fr"})
  void aFeedThatIsKnownNeedNotBeSentAgain(String address) {
    String tag =
        given()
            .get(address)
            .then()
            .statusCode(200)
            .header("Cache-Control", equalTo("private, max-age=60"))
            .extract()
            .header("ETag");
    given().header("If-None-Match", tag).get(address).then().statusCode(304).body(equalTo(""));
    given().header("If-None-Match", "\"x\"").get(address).then().statusCode(200);
    given().head(address).then().statusCode(200).header("ETag", equalTo(tag)).body(equalTo(""));
  }

  @ParameterizedTest
  @CsvSource({"application/atom+xml", "application/feed+json"})
  void theSearchIsAFeedForThoseWhoAskForOne(String type) {
    List<String> vary =
        given()
            .accept(type)
            .get("/v1/exchanges?language=de")
            .then()
            .statusCode(200)
            .contentType(startsWith(type))
            .extract()
            .headers()
            .getValues("Vary");
    assertThat(vary).contains("Accept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sort=oldest", "facets=language", "size=0", "size=9999", "q=(", "cursor=x"})
  void wrongParametersAreNamed(String query) {
    for (String form : List.of("atom", "feed.json")) {
      given()
          .urlEncodingEnabled(false)
          .get("/v1/exchanges." + form + '?' + query)
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("errors[0].name", equalTo(query.substring(0, query.indexOf('='))));
    }
  }

  private static Element atom(String address) throws Exception {
    String xml =
        given()
            .urlEncodingEnabled(false)
            .get(address)
            .then()
            .statusCode(200)
            .contentType(startsWith("application/atom+xml"))
            .extract()
            .asString();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  private static List<Element> children(Element parent, String name) {
    return IntStream.range(0, parent.getChildNodes().getLength())
        .mapToObj(i -> parent.getChildNodes().item(i))
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(element -> ATOM.equals(element.getNamespaceURI()))
        .filter(element -> element.getLocalName().equals(name))
        .toList();
  }

  private static String text(Element parent, String name) {
    return children(parent, name).getFirst().getTextContent();
  }

  private static List<String> rels(Element parent) {
    return children(parent, "link").stream().map(link -> link.getAttribute("rel")).toList();
  }
}
