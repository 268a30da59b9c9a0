package dev.podium.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeclarationsTest {

  private static final String YAML =
      """
      id: a-source
      name: Ein Märchen 😀
      organisation: org
      series: regular
      language: de
      timeZone: Europe/Berlin
      listings:
        - url: https://site.example/news/
      links:
        include: ['/news/']
      delay: 500ms
      """;

  private static final String JSON =
      """
      {"id": "a-source", "name": "Ein M\\u00e4rchen 😀", "organisation": "org",
       "series": "regular", "language": "de", "timeZone": "Europe/Berlin", "dialect": null,
       "listings": [{"url": "https:\\/\\/site.example/news/", "paging": "suffix"}],
       "links": {"include": ["/news/"], "exclude": []}, "delay": "500ms"}
      """;

  private final Declarations declarations =
      new Declarations(address -> address.contains("inside") ? address + " is inside" : null);

  @Test
  void takesYamlAndJson() throws IOException {
    Source yaml = read("application/yaml", YAML).source();
    Source json = read("application/json; charset=utf-8", JSON).source();
    assertThat(yaml.name()).isEqualTo("Ein Märchen 😀").isEqualTo(json.name());
    assertThat(yaml.delay()).isEqualTo(json.delay());
    assertThat(json.listings())
        .containsExactly(
            new Source.Listing("https://site.example/news/", new Source.Paging.Suffix(null)));
    assertThat(json.dialect()).isNull();
    assertThat(json.shipped()).isFalse();
  }

  @Test
  void whatIsKeptReadsTheSameAgain() throws IOException {
    for (String type : new String[] {"application/yaml", "application/json"}) {
      String kept = read(type, type.endsWith("json") ? JSON : YAML).text();
      assertThat(read("application/yaml", kept).source().name()).isEqualTo("Ein Märchen 😀");
    }
  }

  static Stream<Arguments> wrong() {
    String many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "{url: 'http://a/" + i + "'}")
            .collect(Collectors.joining(","));
    return Stream.of(
        wrong(
            YAML.replace("name", "nome"), "nome: line 2: unknown key", "name: line 1: is missing"),
        wrong(
            YAML.replace("de\n", "Deutsch bitte\n").replace("500ms", "5"),
            "language: line 5: ",
            "delay: line 11: \"5\" is no duration"),
        wrong(
            YAML.replace("- url: https://site.example/news/", "[" + many + "]"),
            "listings: line 8: has 10000 items; the most are 100"),
        wrong(YAML.replace("'/news/'", "'(){5000}'"), "links.include: line 10: too many repeats"),
        wrong(
            YAML.replace("'/news/'", "'" + "a".repeat(3000) + "'"),
            "links.include: line 10: has 3000 characters; the most are 2048"),
        wrong(
            YAML + "volatile: ['p:matches((a+)+$)', 'a:has(b:has(c))']\n",
            "volatile: line 12: \"p:matches((a+)+$)\" holds a regular expression",
            "volatile: line 12: \"a:has(b:has(c))\" has more than one :has"),
        wrong(
            YAML.replace("- url: https://site.example/news/", "no"),
            "listings: line 8: must be a list"),
        wrong(YAML.replace("Ein Märchen 😀", "{a: b}"), "name: line 2: must be a single value"),
        wrong(YAML + "---\nid: b\n", "body: line 12: not YAML"),
        wrong("&a [*a, *a]", "body: is empty, or not a mapping"),
        wrong(bomb(), "body: not YAML: Number of aliases"),
        wrong("[".repeat(5000), "body: "),
        wrong("", "body: is empty"),
        wrong("id: \u0001", "body: not YAML"));
  }

  private static Arguments wrong(String yaml, String... errors) {
    return Arguments.of(yaml, errors);
  }

  /** Nine levels of nine aliases each. */
  private static String bomb() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String alias = ("*a" + (i - 1) + ", ").repeat(9);
      yaml.append("a" + i + ": &a" + i + " [" + alias + "x]\n");
    }
    return yaml.toString();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void namesAllThatIsWrong(String yaml, String... errors) {
    Problem problem = problem("application/yaml", bytes(yaml));
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.code()).isEqualTo("invalid-source");
    assertThat(problem.errors()).hasSizeLessThanOrEqualTo(100);
    for (String error : errors) {
      assertThat(problem.errors().stream().map(e -> e.name() + ": " + e.detail()))
          .anyMatch(text -> text.startsWith(error));
    }
  }

  @Test
  void jsonHasNoLinesButItsOwnMistakes() {
    assertThat(problem("application/json", bytes(JSON.replace("500ms", "5"))).errors())
        .containsExactly(
            new Problem.Violation(
                "delay", "\"5\" is no duration; write it as 500ms, 5s, 10m, 1h or 30d"));
    for (String json : new String[] {"{\"id\": }", "{\"id\":1,\"id\":2}", "{} {}", "{a: b}"}) {
      assertThat(problem("application/json", bytes(json)).code()).isEqualTo("invalid-json");
    }
    assertThat(problem("application/json", bytes("[1]")).code()).isEqualTo("invalid-source");
  }

  @Test
  void whatMustNotBeFetchedIsRefusedByKeyAndReason() {
    Problem problem = problem("text/yaml", bytes(YAML.replace("site.example", "inside.example")));
    assertThat(problem.code()).isEqualTo("forbidden-target");
    assertThat(problem.errors())
        .containsExactly(
            new Problem.Violation("listings.url", "https://inside.example/news/ is inside"));
  }

  @Test
  void bodiesOfAnotherKindAreRefused() {
    assertThat(problem("application/yaml", new byte[Declarations.MAX_BYTES + 1]).status())
        .isEqualTo(413);
    assertThat(problem("text/html", bytes(YAML)).status()).isEqualTo(415);
    assertThat(problem("application/yaml", YAML.getBytes(StandardCharsets.ISO_8859_1)).code())
        .isEqualTo("invalid-encoding");
  }

  @Test
  void manyMistakesAreAnsweredInPart() {
    String keys =
        IntStream.range(0, 5000).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());
    Problem problem = problem("application/yaml", bytes(keys));
    assertThat(problem.errors()).hasSize(100);
    assertThat(problem.detail()).endsWith(" mistakes");
    assertThat(problem("application/yaml", bytes(YAML + "surplus: 1\n")).detail())
        .endsWith(": 1 mistake");
  }

  private Declarations.Declaration read(String type, String text) throws IOException {
    return declarations.read(MediaType.valueOf(type), new ByteArrayInputStream(bytes(text)));
  }

  private Problem problem(String type, byte[] body) {
    return catchThrowableOfType(
            ProblemException.class,
            () -> declarations.read(MediaType.valueOf(type), new ByteArrayInputStream(body)))
        .problem();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
