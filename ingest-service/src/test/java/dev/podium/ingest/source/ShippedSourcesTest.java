package dev.podium.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.ingest.discover.Link;
import dev.podium.ingest.discover.ListingPage;
import dev.podium.ingest.discover.Paging;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What the shipped sources take for theirs, and that they agree with the dialects of their ids. */
class ShippedSourcesTest {

  private static final Sources SHIPPED = Sources.load(Optional.empty(), false);
  private static final Path ADDRESSES = Path.of("src/test/resources/sources/addresses.csv");
  private static final Path LISTINGS = Path.of("src/test/resources/listings");
  private static final Path DIALECTS = Path.of("../parse-service/src/main/resources/dialects");

  /** A source's fact and the word for it in a dialect's defaults are one. */
  private record Facts(String organisation, String series, String language, String timeZone) {}

  static Stream<Source> sources() {
    return SHIPPED.all().stream();
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvFileSource(files = "src/test/resources/sources/addresses.csv", numLinesToSkip = 1)
  void takesItsPagesAlone(String id, boolean takes, String address) {
    Source source = SHIPPED.find(id).orElseThrow();

    assertThat(source.links().takes(CanonicalUrl.of(address))).isEqualTo(takes);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void hasAddressesThatItTakesAndSomeThatItDoesNot(Source source) throws IOException {
    assertThat(Files.readAllLines(ADDRESSES))
        .anyMatch(line -> line.startsWith(source.id() + ",true,"))
        .anyMatch(line -> line.startsWith(source.id() + ",false,"));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void itsListingYieldsItsPagesAndGoesOn(Source source) throws IOException {
    Source.Listing listing = source.listings().getFirst();
    byte[] html = Files.readAllBytes(LISTINGS.resolve(source.id() + ".html"));
    ListingPage page = new ListingPage(html, null, listing.url());

    List<Link> links = page.links(source.links());
    Optional<Paging> paging = Paging.of(listing, page);
    List<String> further =
        paging.isEmpty()
            ? List.of()
            : paging.get().after(0, true).stream().map(paging.get()::address).toList();

    assertThat(links.stream().map(Link::url)).containsExactlyElementsOf(expected(source, "link"));
    assertThat(further).containsExactlyElementsOf(expected(source, "page"));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void noPageIsItsOwnListing(Source source) {
    assertThat(source.listings())
        .isNotEmpty()
        .noneMatch(listing -> source.links().takes(CanonicalUrl.of(listing.url())));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void saysWhatItsDialectSays(Source source) throws IOException {
    Map<String, String> defaults = defaults(DIALECTS.resolve(source.id() + ".yaml"));

    assertThat(source.dialect()).isEqualTo(source.id());
    assertThat(
            new Facts(
                source.organisation(),
                source.series(),
                source.language(),
                source.timeZone().getId()))
        .isEqualTo(
            new Facts(
                defaults.get("organisation"),
                defaults.get("series"),
                defaults.get("language"),
                defaults.get("timeZone")));
  }

  @Test
  void everyPublishersDialectHasItsSource() throws IOException {
    try (Stream<Path> files = Files.list(DIALECTS)) {
      Set<String> dialects =
          files
              .map(file -> file.getFileName().toString().replace(".yaml", ""))
              .filter(id -> !id.equals("generic"))
              .collect(Collectors.toSet());

      assertThat(sources().map(Source::id)).containsExactlyInAnyOrderElementsOf(dialects);
    }
  }

  @Test
  void aSeriesIsExpectedOnTheSameDaysInAllItsLanguages() {
    assertThat(
            sources()
                .filter(source -> source.series().equals("regular"))
                .map(source -> List.of(source.calendar().weekdays(), source.calendar().off()))
                .distinct())
        .hasSize(1);
  }

  private static List<String> expected(Source source, String what) throws IOException {
    String start = source.id() + ',' + what + ',';
    return Files.readAllLines(LISTINGS.resolve("expected.csv")).stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  private static Map<String, String> defaults(Path dialect) throws IOException {
    try (Reader reader = Files.newBufferedReader(dialect)) {
      Map<String, Map<String, String>> file = new Yaml().load(reader);
      return file.get("defaults");
    }
  }
}
