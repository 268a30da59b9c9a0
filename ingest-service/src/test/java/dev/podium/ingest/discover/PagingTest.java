package dev.podium.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.ingest.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

  private static final String SITE = "https://site.example/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "news | page 1 1 | 1 | news?page=2",
        "news?page=1 | page 1 1 | 1 | news?page=2",
        "news?a=b&page=1&c=d | page 1 1 | 2 | news?a=b&page=3&c=d",
        "news?pages=9 | page 0 1 | 3 | news?pages=9&page=3",
        "news/?start=0 | start 0 20 | 4 | news/?start=80"
      })
  void aParameterTellsThePagesApart(String listing, String paging, int number, String address) {
    QueryNumbers numbers = query(listing, paging);
    assertThat(numbers.address(number)).isEqualTo(SITE + address);
    assertThat(numbers.number(SITE + address)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://SITE.example:80/news?x=1&page=3#top | 2",
        "https://site.example/news?page=1 | 0",
        "https://site.example/news?page=0 | -1",
        "https://site.example/news?page=two | -1",
        "https://site.example/news?page=99999999999 | -1",
        "https://site.example/news?pages=3 | -1",
        "https://site.example/news | -1",
        "https://site.example/old/news?page=3 | -1",
        "https://other.example/news?page=3 | -1",
        "mailto:x@site.example?page=3 | -1"
      })
  void onlyTheListingsOwnPagesHaveANumber(String address, int number) {
    assertThat(query("news?page=1", "page 1 1").number(address)).isEqualTo(number);
  }

  @Test
  void anOffsetBetweenTwoPagesIsNone() {
    assertThat(query("news", "start 0 20").number(SITE + "news?start=30")).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "news/ | page/{number}/ | 1 | 1 | news/page/2/",
        "news/?x=y | page/{number}/ | 1 | 2 | news/page/3/",
        "news/ | index_{number}.html | 0 | 7 | news/index_7.html",
        "news/all.html | {number} | 1 | 3 | news/4",
        "news/all.html?from=a/b | {number} | 1 | 3 | news/4"
      })
  void aPartOfThePathTellsThePagesApart(
      String listing, String form, int first, int number, String address) {
    PathNumbers numbers = new PathNumbers(SITE + listing, new Source.Paging.Path(form, first));
    assertThat(numbers.address(number)).isEqualTo(SITE + address);
    assertThat(numbers.number(SITE + address)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "news/, news/default_2.html",
    "news/index.html, news/index_2.html",
    "news/index.html?lang=en, news/index_2.html",
    "news/index.shtml?back=/home/start.html, news/index_2.shtml",
    "news/?back=/home/, news/default_2.html"
  })
  void aSuffixTellsThePagesApart(String listing, String address) {
    SuffixPaging paging = new SuffixPaging(SITE + listing, null, page(""));
    assertThat(paging.address(2)).isEqualTo(SITE + address);
  }

  @ParameterizedTest
  @CsvSource({
    "https://site.example/news/page/3/#top,2",
    "https://site.example/news/page/3,2",
    "https://site.example/news/page/1/,0",
    "https://site.example/news/page/0/,-1",
    "https://site.example/news/page/3/feed/,-1",
    "https://site.example/news/page/,-1",
    "https://site.example/other/page/3/,-1"
  })
  void onlyPathsOfTheFormHaveANumber(String address, int number) {
    assertThat(path().number(address)).isEqualTo(number);
  }

  @Test
  void linkedPagesAreLookedAtAndTheNextOneWhileThereIsSomethingNew() {
    NumberedPaging paging =
        new NumberedPaging(
            path(),
            page("<a href=page/2/>2</a><a href=page/3/>3</a><a href=page/40/>last</a><a href=.>1"));
    assertThat(paging.after(0, true)).containsExactly(1, 2, 39);
    assertThat(paging.after(2, true)).containsExactly(1, 3, 39);
    assertThat(paging.after(2, false)).containsExactly(1, 39);
    NumberedPaging silent = new NumberedPaging(path(), page("<p>nothing said</p>"));
    assertThat(silent.after(6, true)).containsExactly(7);
    assertThat(silent.after(6, false)).isEmpty();
  }

  @Test
  void claimsAreBounded() {
    NumberedPaging paging = new NumberedPaging(path(), page("<a href=page/999999/>last</a>"));
    assertThat(paging.after(0, false)).isEmpty();
    assertThat(paging.after(Paging.MAX_PAGES - 1, true)).isEmpty();
  }

  @Test
  void everyDeclaredWayOfPagingIsFollowed() {
    List<Source.Paging> declared =
        List.of(
            new Source.Paging.None(),
            new Source.Paging.Suffix("index.html"),
            new Source.Paging.Query("p", 0, 10),
            new Source.Paging.Path("page/{number}/", 1));
    Stream<String> second =
        declared.stream()
            .map(paging -> new Source.Listing(SITE + "news/", paging))
            .map(listing -> Paging.of(listing, page("")).map(paging -> paging.address(1)))
            .map(address -> address.orElse("none"));
    assertThat(second)
        .containsExactly(
            "none", SITE + "news/index_1.html", SITE + "news/?p=10", SITE + "news/page/2/");
  }

  private static QueryNumbers query(String listing, String paging) {
    String[] parts = paging.split(" ", -1);
    return new QueryNumbers(
        SITE + listing,
        new Source.Paging.Query(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
  }

  private static PathNumbers path() {
    return new PathNumbers(SITE + "news/", new Source.Paging.Path("page/{number}/", 1));
  }

  private static ListingPage page(String html) {
    return new ListingPage(html.getBytes(StandardCharsets.UTF_8), null, SITE + "news/");
  }
}
