package dev.podium.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlPageTest {

  private static List<String> texts(String html) {
    return HtmlPage.read(html, Layout.UNKNOWN).blocks().stream().map(Block::text).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>one<p>two | one;two",
        "a<br>b<br/>c | a;b;c",
        "<p>a <b>b</b>c</p> | a bc",
        "x<script>if (a<b) '<p>'</script>y | xy",
        "<!-- <p>no</p> -->yes | yes",
        "<style>p{}</style><p>a</p><template>no</template> | a",
        "1 < 2 & 3 &amp; 4 &lt;p&gt; | 1 < 2 & 3 & 4 <p>",
        "&nbsp;&nbsp;a&nbsp;&#160; b&#x3000; | a b",
        "&eacute;&eacutex &#8217;&#146; | ééx ’’",
        "<table><tr><td>a<td>b<tr><td>c</table> | a;b;c",
        "<ul><li>a<li>b</ul> | a;b",
        "<p title='a>b'>c</p> | c",
        "<p a=b'c>d</p> | d",
        "a</nosuch>b | ab",
        "<div>a</div class='b>c'>d | a;d",
        "<script>a</script b='>'>c | c",
        "<p\u0013a='>b'>c | b'>c",
        "<p\fa='>b'>c | c",
        "</p>a | a",
        "<title>t</title>a | a"
      })
  void showsWhatAReaderSees(String html, String blocks) {
    assertThat(texts(html)).isEqualTo(List.of(blocks.split(";", -1)));
  }

  @Test
  void namesAreAsciiInAnyCase() {
    assertThat(texts("<TITLE>t</TiTlE>a<P>b<SCRIPT>c</script>")).containsExactly("a", "b");
    assertThat(texts("<\u212a>a</\u212a>")).containsExactly("<\u212a>a");
  }

  @Test
  void ofManyMetasAndLinksTheFirstAreKept() {
    String head =
        "<link rel=alternate hreflang=fr href=/a>".repeat(Page.MOST_FACTS + 1)
            + "<meta name=first content=x>";

    Page page = HtmlPage.read(head + "<p>a", Layout.UNKNOWN);

    assertThat(page.links()).hasSize(Page.MOST_FACTS);
    assertThat(page.metas()).containsOnlyKeys("first");
  }

  @Test
  void unclosedThingsEndWithThePage() {
    assertThat(texts("a<!-- b")).containsExactly("a");
    assertThat(texts("a<script>b")).containsExactly("a");
    assertThat(texts("a<p title=\"b>c")).containsExactly("a");
    assertThat(texts("a<")).containsExactly("a<");
    assertThat(texts("a&")).containsExactly("a&");
    assertThat(texts("&#99999999999;")).containsExactly("\ufffd");
  }

  @Test
  void everyCharacterKnowsItsPlace() {
    String html = "<p> \n Q&nbsp;:  caf&eacute; &amp; <b>th\u00e9</b> \ud83d\ude00!</p>";
    Block block = HtmlPage.read(html, Layout.UNKNOWN).blocks().getFirst();

    assertThat(block.text()).isEqualTo("Q : café & thé \ud83d\ude00!");
    assertThat(cut(html, block, 0, 1)).isEqualTo("Q");
    assertThat(cut(html, block, 4, 8)).isEqualTo("caf&eacute;");
    assertThat(cut(html, block, 9, 10)).isEqualTo("&amp;");
    assertThat(cut(html, block, 11, block.text().length())).isEqualTo("th\u00e9</b> \ud83d\ude00!");
  }

  private static String cut(String html, Block block, int from, int to) {
    return html.substring(block.sourceStart(from), block.sourceEnd(to));
  }

  @Test
  void knowsWhatIsBold() {
    List<Block> blocks =
        HtmlPage.read(
                "<p><b>a</b> b</p><p><b><span><b>a</b>b</span></b></p>"
                    + "<p><span style='font-weight: bold'>a</span></p><p>c</p>",
                Layout.UNKNOWN)
            .blocks();

    assertThat(blocks).extracting(Block::bold).containsExactly(false, true, true, false);
    assertThat(blocks.getFirst().style().boldPrefix()).isEqualTo(2);
  }

  @Test
  void selectorsTellRegionsAndTheInnermostCounts() {
    Layout layout =
        Layout.of(
            List.of(
                Map.entry(Region.TITLE, "div.head > h1"),
                Map.entry(Region.BODY, "#main"),
                Map.entry(Region.FURNITURE, "#main .share")));
    String html =
        "<div class='x head'><h1>T</h1></div><h1>no</h1><div id=main>a"
            + "<span class=share>s</span>b</div><p>c</p>";

    List<Block> blocks = HtmlPage.read(html, layout).blocks();

    assertThat(blocks)
        .extracting(block -> block.text() + " " + block.region())
        .containsExactly("T TITLE", "no NONE", "a BODY", "s FURNITURE", "b BODY", "c NONE");
  }

  @Test
  void anUnclosedElementDoesNotSwallowThePage() {
    Layout layout = Layout.of(List.of(Map.entry(Region.BODY, "#main")));

    List<Block> blocks =
        HtmlPage.read("<div id=main><p>a<span><i>b</div><div>c</div>", layout).blocks();

    assertThat(blocks)
        .extracting(block -> block.text() + " " + block.region())
        .containsExactly("ab BODY", "c NONE");
  }

  @Test
  void readsTheHeadAndLanguageLinks() {
    Layout layout = Layout.of(List.of(Map.entry(Region.NONE, ".lan a")));
    Page page =
        HtmlPage.read(
            "<html lang=fr><head><title>A &amp; B</title><meta name=PubDate content=2020-01-02>"
                + "<link rel=alternate hreflang=es href=/es></head>"
                + "<div class=lan><a href='/en?a=1&amp;b=2'><img data-desc=英文></a></div>",
            layout);

    assertThat(page.title()).isEqualTo("A & B");
    assertThat(page.language()).isEqualTo("fr");
    assertThat(page.metas()).containsEntry("pubdate", "2020-01-02");
    assertThat(page.links())
        .containsExactly(new Page.Link("es", "/es"), new Page.Link("英文", "/en?a=1&b=2"));
  }
}
