package dev.podium.local.samples;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** The samples agree with themselves: what is linked is there, and the truth is on the pages. */
class SamplesTest {

  private static final String DISALLOWED = "/drafts/";

  static List<SampleSource> sources() {
    return SampleSource.all();
  }

  static List<ExpectedBriefing> briefings() {
    return ExpectedBriefing.all().stream().filter(ExpectedBriefing::isBriefing).toList();
  }

  static List<Path> feedsAndSitemaps() {
    return SampleSite.files().stream()
        .filter(file -> file.toString().matches(".*\\.(xml|rss|atom)"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void listsPagesThatAreThere(SampleSource source) {
    assertThat(source.file()).isEqualTo(source.id() + ".yaml").startsWith("sample-");
    assertThat(source.listing()).matches("https://[a-z.]+\\.example/.*");
    assertThat(source.pages())
        .isNotEmpty()
        .allSatisfy(page -> assertThat(SampleSite.file(page)).exists());
  }

  @ParameterizedTest
  @MethodSource("sources")
  void pagesThroughAllOfAListing(SampleSource source) {
    List<String> pages = source.listingPages();
    String html = SampleSite.html(SampleSite.file(source.listing()));

    if (html.contains("var countPage")) {
      assertThat(html).contains("var countPage = " + pages.size() + ";");
    } else {
      assertThat(SampleSite.links(source.listing()))
          .containsAll(pages.size() > 1 ? pages : List.of());
    }
  }

  @Test
  void everyListedPageHasItsTruthButTheOneThatRobotsMayNotFetch() {
    Map<String, Set<String>> truth =
        ExpectedBriefing.all().stream()
            .collect(
                groupingBy(
                    briefing -> briefing.text("source"), mapping(ExpectedBriefing::url, toSet())));

    for (SampleSource source : SampleSource.all()) {
      assertThat(source.pages())
          .filteredOn(page -> !page.contains(DISALLOWED))
          .containsExactlyInAnyOrderElementsOf(truth.remove(source.id()));
    }
    assertThat(truth).isEmpty();
  }

  @Test
  void onePageIsLinkedAlthoughRobotsMayNotFetchIt() throws IOException {
    List<String> disallowed =
        SampleSource.all().stream()
            .flatMap(source -> source.pages().stream())
            .filter(page -> page.contains(DISALLOWED))
            .toList();

    assertThat(disallowed).hasSize(1);
    assertThat(Files.readString(SampleSite.file("https://mfa.lanhai.example/robots.txt")))
        .contains("Disallow: /web/wjdt/fyrbt/drafts/");
  }

  @Test
  void thereIsEnoughToSeeEveryFeature() {
    List<ExpectedBriefing> briefings = briefings();

    assertThat(briefings).hasSizeGreaterThanOrEqualTo(14);
    assertThat(briefings)
        .extracting(briefing -> briefing.text("language"))
        .contains("fr", "en", "zh", "es", "ru", "ar");
    assertThat(ExpectedBriefing.all()).filteredOn(page -> !page.isBriefing()).isNotEmpty();
    assertThat(briefings).filteredOn(page -> page.json().at("/later/state").isTextual()).hasSize(1);
    assertThat(briefings).filteredOn(page -> page.json().at("/later/edited").isArray()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("briefings")
  void theTruthIsOnThePage(ExpectedBriefing briefing) {
    String visible = SampleSite.visible(SampleSite.html(SampleSite.file(briefing.url())));

    assertThat(briefing.quotes())
        .isNotEmpty()
        .allSatisfy(quote -> assertThat(visible).contains(SampleSite.fold(quote)));
    assertThat(briefing.json().get("askers")).hasSize(briefing.json().get("questions").intValue());
    assertThat(briefing.ofQuestions("question"))
        .hasSize(briefing.json().get("questions").intValue());
    if (briefing.text("firstQuestion") != null) {
      assertThat(briefing.ofQuestions("question")).startsWith(briefing.text("firstQuestion"));
      assertThat(briefing.ofQuestions("answer")).endsWith(briefing.text("lastAnswer"));
    }
    assertThat(briefing.json().findValuesAsText("label"))
        .filteredOn(label -> !label.equals("null"))
        .allSatisfy(label -> assertThat(visible).containsPattern("\\Q" + label + "\\E ?[:：]"));
  }

  @ParameterizedTest
  @MethodSource("briefings")
  void languageLinksLeadToTheSameBriefingAndBack(ExpectedBriefing briefing) {
    Map<String, ExpectedBriefing> byUrl =
        briefings().stream().collect(toMap(ExpectedBriefing::url, page -> page));
    List<String> links = SampleSite.languageLinks(briefing.url());

    assertThat(links)
        .containsExactlyInAnyOrderElementsOf(
            briefing.json().get("languageLinks").findValuesAsText("url"))
        .allSatisfy(
            link -> {
              assertThat(byUrl.get(link).text("date")).isEqualTo(briefing.text("date"));
              assertThat(SampleSite.languageLinks(link)).contains(briefing.url());
            });
  }

  @Test
  void whatChangesLaterIsInTheLaterFileAlone() throws IOException {
    for (ExpectedBriefing briefing : briefings()) {
      if (!briefing.json().at("/later/edited").isArray()) {
        continue;
      }
      String before = SampleSite.visible(SampleSite.html(SampleSite.file(briefing.url())));
      String after = SampleSite.visible(SampleSite.html(laterFile(briefing)));
      for (String added : briefing.texts("/later/added")) {
        assertThat(before).doesNotContain(added);
        assertThat(after).contains(added);
      }
      for (String withdrawn : briefing.texts("/later/withdrawn")) {
        assertThat(before).contains(withdrawn);
        assertThat(after).doesNotContain(withdrawn);
      }
      for (JsonNode edited : briefing.json().at("/later/edited")) {
        String answer = SampleSite.fold(edited.get("answer").textValue());
        assertThat(before).contains(edited.get("question").textValue()).doesNotContain(answer);
        assertThat(after).contains(edited.get("question").textValue()).contains(answer);
      }
    }
  }

  @Test
  void onlyNoncePagesHoldThePlaceForANonce() throws IOException {
    Set<Path> holding =
        SampleSite.files().stream()
            .filter(file -> file.toString().endsWith(".html"))
            .filter(file -> SampleSite.html(file).contains("{{nonce}}"))
            .collect(toSet());
    Set<Path> declared =
        Stream.of("mfa.lanhai.example", "embassy.lanhai.example", "mfa.norvela.example")
            .flatMap(SamplesTest::noncePages)
            .collect(toSet());

    assertThat(holding).isNotEmpty().isEqualTo(declared);
    assertThat(holding)
        .allSatisfy(
            page ->
                assertThat(SampleSite.visible(SampleSite.html(page))).doesNotContain("{{nonce}}"));
  }

  @ParameterizedTest
  @MethodSource("feedsAndSitemaps")
  void feedsAndSitemapsAreWellFormedAndLeadToPages(Path file)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    Set<String> known = ExpectedBriefing.all().stream().map(ExpectedBriefing::url).collect(toSet());

    List<String> addresses =
        Pattern.compile("https://[^<\"]+/t\\d+_\\d+\\.html")
            .matcher(Files.readString(file))
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(addresses).isNotEmpty().allMatch(known::contains);
  }

  private static Path laterFile(ExpectedBriefing briefing) {
    Path file = SampleSite.file(briefing.url());
    String name = file.getFileName().toString();
    return file.resolveSibling("_" + name.replace(".html", ".v2.html"));
  }

  private static Stream<Path> noncePages(String host) {
    Path behaviour = SampleSite.file("https://" + host + "/_behaviour.yaml");
    if (!Files.exists(behaviour)) {
      return Stream.empty();
    }
    return yaml(behaviour).required("pages").properties().stream()
        .filter(page -> page.getValue().path("nonce").asBoolean())
        .map(page -> SampleSite.file("https://" + host + page.getKey()));
  }

  private static JsonNode yaml(Path file) {
    try {
      return new YAMLMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
