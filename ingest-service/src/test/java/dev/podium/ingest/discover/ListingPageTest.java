package dev.podium.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.podium.ingest.source.LinkRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingPageTest {

  private static final LinkRules RULES =
      new LinkRules(
          List.of(
              Pattern.compile("^https://site\\.example/news/(\\d{6}/)?t\\d+(_\\d+)?\\.s?html$")),
          List.of(Pattern.compile("/t666\\.")));

  @Test
  void takesEachLinkOnceInOrderWhateverItsSpelling() {
    ListingPage page =
        page(
            """
            <a href="./202404/t20240403_1.shtml">one</a>
            <a href="t2.html#top">two</a>
            <a href="HTTP://SITE.example:80/news/./202404/t20240403_1.shtml">one again</a>
            <a href="//site.example/news/t3.html">three</a>
            <a href="t666.html">excluded</a>
            <a href="mailto:x@site.example">mail</a>
            <a href="javascript:void(0)">script</a>
            <a href="http://[bad">misspelt</a>
            <a href="https://other.example/news/t4.html">elsewhere</a>
            <a>no address</a>
            """);
    assertThat(page.links(RULES).stream().map(Link::url))
        .containsExactly(
            "https://site.example/news/202404/t20240403_1.shtml",
            "https://site.example/news/t2.html",
            "https://site.example/news/t3.html");
    assertThat(page.links(RULES).get(1).address()).isEqualTo("https://site.example/news/t2.html");
  }

  @Test
  void obeysABaseElement() {
    assertThat(page("<base href='/news/202404/'><a href='t1.html'>one</a>").links(RULES))
        .containsExactly(
            new Link(
                "https://site.example/news/202404/t1.html",
                "https://site.example/news/202404/t1.html"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$('#list').append(\"<a href=\\\"/news/t1.html?x=1&amp;y=2\\\">one<\\/a>\"); | t1.html?x=1&y=2",
        "<script>x('<li><a href=\"t2.html\">two</a></li>')</script> | t2.html",
        "<script>{\"url\":\"https:\\/\\/site.example\\/news\\/t3.html\"}</script> | t3.html",
        "<script>{\"html\":\"\\u003ca href=\\u0022t4.html\\u0022\\u003e\"}</script> | t4.html",
        "<div data-items='[{\"link\":\"https://site.example/news/t5.html\"}]'></div> | t5.html",
        "{\"items\": [{\"html\": \"<a href='t6.html'>six</a>\"}]} | t6.html"
      })
  void findsLinksThatScriptsPutInPlace(String answer, String link) {
    LinkRules any = new LinkRules(List.of(Pattern.compile("/t\\d")), List.of());
    assertThat(page(answer).links(any).stream().map(Link::url))
        .containsExactly("https://site.example/news/" + link);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://site.example/news/default.shtml | <script>var countPage = 3</script> | default_1.shtml default_2.shtml",
        "https://site.example/news/ | <script>var countPage = 3;x('<a href=\"default' + 1)</script> | default_1.html default_2.html",
        "https://site.example/news/ | <script>createPageHTML(3, 0, \"index\", \"htm\");</script> | index_1.htm index_2.htm",
        "https://site.example/news/ | <script>var countPage = 2; w(\"default\"+\"_\" + i + \".\"+\"shtml\")</script> | default_1.shtml",
        "https://site.example/news/ | <a href='./'>1</a> <a href='index_1.html'>2</a> <a href='index_7.html'>8</a> | index_1.html index_7.html",
        "https://site.example/news/ | <p>nothing said</p> | default_1.html",
        "https://site.example/news/ | <script>var countPage = 1</script> | ''",
        "https://site.example/news/ | <a href='/other/index_1.html'>2</a> | default_1.html"
      })
  void findsTheFurtherPages(String first, String html, String expected) {
    SuffixPaging paging = new SuffixPaging(first, null, page(html));
    assertThat(
            paging.after(0, true).stream()
                .map(paging::address)
                .map(address -> address.replace("https://site.example/news/", "")))
        .containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
  }

  @Test
  void tryingEndsWithAFruitlessPageAndClaimsAreBounded() {
    SuffixPaging silent = new SuffixPaging("https://site.example/news/", null, page("<p></p>"));
    assertThat(silent.after(3, true)).containsExactly(4);
    assertThat(silent.after(3, false)).isEmpty();
    SuffixPaging boasting =
        new SuffixPaging(
            "https://site.example/news/", null, page("<script>countPage = 999999999</script>"));
    assertThat(boasting.after(0, true)).hasSize(Paging.MAX_PAGES - 1);
  }

  @Test
  void findsEveryConferenceOfRealListings() throws IOException {
    Path folder = Path.of("../../shared/data/mfa-cn-zh-listing");
    assumeThat(folder).as("real listing pages beside the project").isDirectory();
    String first = "https://www.mfa.gov.cn/web/wjdt_674879/fyrbt_674889/default.shtml";
    LinkRules rules =
        new LinkRules(
            List.of(Pattern.compile("^https://www\\.mfa\\.gov\\.cn/web/.*/t[0-9]+\\.shtml$")),
            List.of());
    List<String> found = new ArrayList<>();
    for (int number = 0; number < 67; number++) {
      String file = number == 0 ? "default.html" : "default_" + number + ".html";
      ListingPage page = new ListingPage(Files.readAllBytes(folder.resolve(file)), null, first);
      page.links(rules).forEach(link -> found.add(link.url()));
      SuffixPaging paging = new SuffixPaging(first, null, page);
      assertThat(paging.after(number, true))
          .containsExactlyElementsOf(IntStream.range(1, 67).boxed().toList());
      assertThat(paging.address(5)).endsWith("/default_5.shtml");
    }
    assertThat(found).hasSize(1000).hasSameSizeAs(new HashSet<>(found));
  }

  private static ListingPage page(String html) {
    return new ListingPage(
        html.getBytes(StandardCharsets.UTF_8), null, "https://site.example/news/");
  }
}
