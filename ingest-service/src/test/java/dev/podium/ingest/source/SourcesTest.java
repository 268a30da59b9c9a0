package dev.podium.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.contracts.identity.CanonicalUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

  private static final String GOOD =
      """
      id: a-source
      name: A source
      organisation: org
      series: regular
      language: fr
      timeZone: Asia/Shanghai
      listings:
        - url: https://site.example/news/
          paging: suffix
      links:
        include: ['^https://site\\.example/news/']
      delay: 500ms
      goneAfter: 2d
      """;

  @TempDir Path folder;

  @Test
  void readsASourceWithItsDefaults() throws IOException {
    write("a.yaml", GOOD);
    Source source = load().find("a-source").orElseThrow();
    assertThat(source.delay()).isEqualTo(Duration.ofMillis(500));
    assertThat(source.goneAfter()).isEqualTo(Duration.ofDays(2));
    assertThat(source.pageInterval()).isEqualTo(Duration.ofHours(1));
    assertThat(source.dialect()).isNull();
    assertThat(source.listings())
        .containsExactly(
            new Source.Listing("https://site.example/news/", new Source.Paging.Suffix(null)));
    assertThat(source.sitemaps()).isEmpty();
    assertThat(source.feeds()).isEmpty();
    assertThat(source.links().takes("https://site.example/news/1")).isTrue();
    assertThat(source.links().takes("https://other.example/news/1")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "paging: none | None[]",
        "paging: suffix | Suffix[file=null]",
        "{paging: suffix, file: index.html} | Suffix[file=index.html]",
        "paging: query | Query[parameter=page, first=1, step=1]",
        "{paging: query, parameter: start, first: 0, step: 20} | Query[parameter=start, first=0, step=20]",
        "paging: path | Path[form=page/{number}/, first=1]",
        "{paging: path, form: 'p-{number}.html', first: 0} | Path[form=p-{number}.html, first=0]"
      })
  void readsEveryWayOfPaging(String yaml, String paging) throws IOException {
    write("a.yaml", listing(yaml));
    Source source = load().find("a-source").orElseThrow();
    assertThat(source.listings().getFirst().paging()).hasToString(paging);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{paging: query, parameter: a b} | listings.parameter: \"a b\" is no parameter's name",
        "{paging: query, first: one} | listings.first: \"one\" is no number from 0 to 9999",
        "{paging: query, step: 0} | listings.step: must be more than 0",
        "{paging: query, form: x} | listings.form: unknown key; known are url, paging, parameter",
        "{paging: path, form: page/} | listings.form: \"page/\" is no path like page/{number}/",
        "{paging: path, form: '{number}/{number}'} | listings.form: \"{number}/{number}\" is no path",
        "{paging: path, form: '/{number}'} | listings.form: \"/{number}\" is no path",
        "{paging: suffix, file: ../x} | listings.file: \"../x\" is no file name",
        "{paging: suffix, parameter: page} | listings.parameter: unknown key"
      })
  void saysWhatIsWrongWithPaging(String yaml, String message) throws IOException {
    write("a.yaml", listing(yaml));
    assertThatThrownBy(this::load).hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, true",
    "2026-03-07, false",
    "2026-10-01, false",
    "2027-10-07, false",
    "2026-10-08, true",
    "2026-08-03, false",
    "2026-08-14, false",
    "2026-08-17, true",
    "2027-08-04, true",
    "2026-12-31, false",
    "2027-01-01, false",
    "2027-01-04, true"
  })
  void aCalendarKnowsWeekdaysHolidaysAndRecesses(LocalDate day, boolean expected)
      throws IOException {
    write(
        "a.yaml",
        GOOD
            + """
            calendar:
              weekdays: [mon, tue, wed, thu, fri]
              times: [15:00, 09:30]
              off: [10-01/10-07, 2026-08-03/2026-08-14, 12-30/01-02]
            """);
    BriefingCalendar calendar = load().find("a-source").orElseThrow().calendar();
    assertThat(calendar.expects(day)).isEqualTo(expected);
    assertThat(calendar.times()).containsExactly(LocalTime.of(9, 30), LocalTime.of(15, 0));
    assertThat(calendar.off())
        .extracting(Object::toString)
        .containsExactly("10-01/10-07", "2026-08-03/2026-08-14", "12-30/01-02");
  }

  @Test
  void aSourceMayBeDiscoveredBySitemapsAndFeedsAlone() throws IOException {
    write(
        "a.yaml",
        GOOD.replaceFirst(
            "(?s)listings:.*?links:",
            "sitemaps: [https://site.example/sitemap.xml]\n"
                + "feeds: [https://site.example/rss, https://site.example/atom]\nlinks:"));
    Source source = load().find("a-source").orElseThrow();
    assertThat(source.listings()).isEmpty();
    assertThat(source.sitemaps()).containsExactly("https://site.example/sitemap.xml");
    assertThat(source.feeds())
        .containsExactly("https://site.example/rss", "https://site.example/atom");
    write("a.yaml", GOOD + "feeds: [rss.xml]\n");
    assertThatThrownBy(this::load).hasMessageContaining("a.yaml:14: feeds: not an absolute");
  }

  @Test
  void shippedSourcesAreKnownAndFetchedOnlyWhenLive() throws IOException {
    write("a.yaml", GOOD);
    assertThat(load().fetched().stream().map(Source::id)).containsExactly("a-source");
    Sources live = Sources.load(Optional.of(folder), true);
    assertThat(live.fetched()).hasSameSizeAs(live.all());
    assertThat(live.all().stream().map(Source::id))
        .contains("mfa-cn-zh", "mfa-cn-fr", "mfa-cn-en", "mfa-cn-es", "mfa-cn-ru", "mfa-cn-ar")
        .contains("white-house-en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: a-source | id: A Source | a.yaml:1: id: \"A Source\" is no id",
        "language: fr | language: french language | a.yaml:5: language:",
        "timeZone: Asia/Shanghai | timeZone: Shanghai | a.yaml:6: timeZone: \"Shanghai\" is no time zone",
        "paging: suffix | paging: sometimes | a.yaml:9: listings.paging: \"sometimes\" is not one of none, path, query, suffix",
        "paging: suffix | step: 10 | a.yaml:9: listings.step: unknown key; known are url, paging",
        "delay: 500ms | delay: 5 | a.yaml:12: delay: \"5\" is no duration",
        "delay: 500ms | dealy: 500ms | a.yaml:12: dealy: unknown key",
        "name: A source | | a.yaml:1: name: is missing",
        "organisation: org | organisation: [a, b] | a.yaml:3: organisation: must be a single value",
        "url: https://site.example/news/ | url: news.html | a.yaml:8: listings.url:",
        "include: ['^https://site\\.example/news/'] | include: ['(('] | a.yaml:11: links.include: \"((\" is no regular expression",
        "include: ['^https://site\\.example/news/'] | include: [] | a.yaml:11: links.include: needs at least one",
        "goneAfter: 2d | volatile: ['p['] | a.yaml:13: volatile: \"p[\" is no CSS selector",
        "goneAfter: 2d | calendar: {} | a.yaml:13: calendar.weekdays: needs at least one day",
        "goneAfter: 2d | calendar: {weekdays: [monday]} | a.yaml:13: calendar.weekdays: \"monday\" is not one of mon, tue",
        "goneAfter: 2d | calendar: {weekdays: [mon], times: [25:00]} | a.yaml:13: calendar.times: \"25:00\" is no time",
        "goneAfter: 2d | calendar: {weekdays: [mon], off: [02-30]} | a.yaml:13: calendar.off: \"02-30\" is no day off",
        "goneAfter: 2d | calendar: {weekdays: [mon], off: [2026-08-03/08-14]} | a.yaml:13: calendar.off:",
        "goneAfter: 2d | calendar: {weekdays: [mon], off: [2026-08-14/2026-08-03]} | a.yaml:13: calendar.off: \"2026-08-14/2026-08-03\" ends before it begins",
        "goneAfter: 2d | calendar: daily | a.yaml:1: calendar: is missing, or no mapping",
        "goneAfter: 2d | calendar: {days: [mon]} | a.yaml:13: calendar.days: unknown key",
        "goneAfter: 2d | delay: 1s | a.yaml:13: delay: is there twice",
        "goneAfter: 2d | a: [ | a.yaml:14: not YAML"
      })
  void namesFileLineAndKeyOfAMistake(String good, String bad, String message) throws IOException {
    write("a.yaml", GOOD.replace(good, bad == null ? "" : bad));
    assertThatThrownBy(this::load)
        .isInstanceOf(InvalidSourceException.class)
        .hasMessageContaining(message);
  }

  @Test
  void namesAllMistakesAtOnceAndDoubleIds() throws IOException {
    write("a.yaml", GOOD);
    write("b.yaml", GOOD);
    write("c.yaml", "");
    write("d.yaml", GOOD.replace("a-source", "mfa-cn-fr"));
    assertThatThrownBy(this::load)
        .hasMessageContaining("b.yaml: id: a-source is already that of")
        .hasMessageContaining("c.yaml: is empty")
        .hasMessageContaining("d.yaml: id: mfa-cn-fr is already that of sources/mfa-cn-fr.yaml");
  }

  @Test
  void theGuideNamesEveryKey() throws IOException {
    String guide = Files.readString(Path.of("../docs/sources.md"));
    assertThat(SourceReader.KEYS).allSatisfy(key -> assertThat(guide).contains("`" + key));
  }

  @Test
  void theIndexNamesEveryShippedFile() throws IOException {
    Path shipped = Path.of("src/main/resources/sources");
    try (Stream<Path> files = Files.list(shipped)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(f -> f.endsWith(".yaml")))
          .containsExactlyInAnyOrderElementsOf(Files.readAllLines(shipped.resolve("index.txt")));
    }
  }

  @Test
  void saysThatTheFolderIsMissing() {
    assertThatThrownBy(() -> Sources.load(Optional.of(folder.resolve("none")), false))
        .hasMessageContaining("none: the folder of ingest.sources.directory cannot be read");
  }

  @Test
  void theSamplesAreSourcesToo() {
    Path samples = Path.of("../deploy/local/src/main/samples/sources");
    assertThat(Sources.load(Optional.of(samples), false).fetched())
        .isNotEmpty()
        .allSatisfy(source -> assertThat(source.id()).startsWith("sample-"));
  }

  @ParameterizedTest
  @CsvSource({"mfa-cn-zh", "white-house"})
  void theLinkRulesTakeTheRealAddresses(String set) throws IOException {
    Path manifest = Path.of("../../shared/data", set, "manifest.jsonl");
    assumeThat(manifest).as("real pages beside the project").isRegularFile();
    Sources sources = Sources.load(Optional.empty(), false);
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(manifest)) {
      JsonNode page = json.readTree(line);
      Source source = sources.find(page.get("source").asText()).orElseThrow();
      String url = CanonicalUrl.of(page.get("url").asText());
      // The set does not know where a few of its pages came from.
      assertThat(url.contains("/unknown/") || source.links().takes(url)).as(url).isTrue();
      assertLanguages(sources, page.path("languages"));
    }
  }

  private static void assertLanguages(Sources sources, JsonNode languages) {
    languages
        .properties()
        .forEach(
            link -> {
              String id =
                  switch (link.getKey()) {
                    case "eng" -> "mfa-cn-en";
                    case "fra" -> "mfa-cn-fr";
                    case "esp" -> "mfa-cn-es";
                    default -> "mfa-cn-ru";
                  };
              String url = CanonicalUrl.of(link.getValue().asText());
              assertThat(sources.find(id).orElseThrow().links().takes(url)).as(url).isTrue();
            });
  }

  private static String listing(String yaml) {
    String inner = yaml.replace("{paging", "paging").replaceAll("}$", "").replace(", ", "\n    ");
    return GOOD.replace("paging: suffix", inner);
  }

  private Sources load() {
    return Sources.load(Optional.of(folder), false);
  }

  private void write(String name, String yaml) throws IOException {
    Files.writeString(folder.resolve(name), yaml);
  }
}
