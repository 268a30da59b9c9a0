package dev.podium.parse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.topic.Limits;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.page.Page;
import dev.podium.truth.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that nobody means well with: nothing crashes, and every promise is kept. */
class HostilePagesTest {

  private static final BriefingParser PARSER = ParserFiles.read(null, null);
  private static final List<String> DIALECTS =
      List.of("generic", "mfa-cn-zh", "mfa-cn-fr", "white-house-en");
  private static final int LENGTH = 20_000;

  private static Briefing parse(byte[] body, String dialect, String contentType) {
    return PARSER.parse(body, HostileFacts.of(body, dialect, contentType));
  }

  static List<HostilePage> pages() {
    return HostilePage.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pagesOfEveryKindKeepThePromises(HostilePage page) {
    byte[] body = page.of(LENGTH);
    String text = new String(body, StandardCharsets.UTF_8);
    for (String dialect : DIALECTS) {
      Briefing briefing = parse(body, dialect, page.contentType());

      assertThat(Promises.broken(text, page.contentType(), briefing)).as(dialect).isEmpty();
    }
  }

  @Test
  void tenMebibytesAreRead() {
    String exchange =
        "<p><b>Q: Is it so, or is it not so?</b></p><p>A: It is so.</p><p>"
            + "And it was always so, as was said before. ".repeat(10)
            + "</p>\n";
    byte[] body =
        exchange.repeat(Limits.BODY_BYTES / exchange.length()).getBytes(StandardCharsets.UTF_8);

    Briefing briefing = parse(body, "mfa-cn-en", "text/html");

    assertThat(briefing.exchanges()).hasSizeGreaterThan(20_000);
    assertThat(EventJson.write(briefing)).hasSizeLessThan(Limits.RECORD_BYTES);
  }

  @Test
  void aPageOfTooManyParagraphsIsRefused() {
    byte[] most = "<p>Q a?".repeat(Page.MOST_BLOCKS).getBytes(StandardCharsets.UTF_8);
    byte[] more = "<p>Q a?".repeat(Page.MOST_BLOCKS + 1).getBytes(StandardCharsets.UTF_8);

    assertThat(parse(most, "generic", "text/html").exchanges()).hasSize(Page.MOST_BLOCKS);
    assertThat(parse(more, "generic", "text/html").rejection().code())
        .isEqualTo("too-many-paragraphs");
  }

  @Test
  void aTitleIsNoLongerThanATitle() {
    String head = "<title>" + "\ud83d\ude00".repeat(5000) + "</title>";
    byte[] body = (head + "<p>Q: Is it so?<p>A: It is.").getBytes(StandardCharsets.UTF_8);

    Briefing briefing = parse(body, "generic", "text/html");

    assertThat(briefing.title()).isEqualTo("\ud83d\ude00".repeat(500));
  }

  @Test
  void addressesAndLanguagesThatAreLongerThanAnyAreNoLinks() {
    String language = "fr" + "-abcd".repeat(100_000);
    String address = "/" + "a/../".repeat(200_000) + "x";
    String link = "<link rel=alternate hreflang='%s' href='%s'>";
    byte[] body =
        (link.formatted(language, "/x") + link.formatted("fr", address) + "<p>Q: a?<p>A: It is so.")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(parse(body, "generic", "text/html").languageLinks()).isEmpty();
  }

  @Test
  void randomPagesKeepThePromises() {
    Random random = new Random(42);
    String[] pieces = {
      "<p>",
      "</p>",
      "<div id=News_Body_Txt_A>",
      "</div>",
      "<b>",
      "</b>",
      "<br>",
      "Q: ",
      "A: ",
      "R : ",
      "问：",
      "路透社记者：",
      "汪文斌：",
      "****************",
      "&nbsp;",
      "&amp;",
      "&#x1F600;",
      "word ",
      "Is it? ",
      "\n",
      "\u3000",
      "\ud83d\ude00",
      "(Laughter.)",
      "<script>x</script>",
      "<!-- c -->",
      "<h1>",
      "</h1>",
      "MR. CARNEY:  ",
      "CCTV : ",
      "<table><td>",
      "<i",
      "2020-01-02",
      "<a href=x>",
      "</a>"
    };
    for (int run = 0; run < 200; run++) {
      StringBuilder page = new StringBuilder();
      int length = random.nextInt(120);
      for (int i = 0; i < length; i++) {
        page.append(pieces[random.nextInt(pieces.length)]);
      }
      byte[] body = page.toString().getBytes(StandardCharsets.UTF_8);
      String dialect = DIALECTS.get(run % DIALECTS.size());
      Briefing briefing = parse(body, dialect, "text/plain");
      assertThat(VisibleText.check(page.toString(), "text/plain", briefing))
          .as(page.toString())
          .isEmpty();
      Briefing html = parse(body, dialect, "text/html");
      assertThat(EventJson.write(parse(body, dialect, "text/html")))
          .isEqualTo(EventJson.write(html));
    }
  }
}
