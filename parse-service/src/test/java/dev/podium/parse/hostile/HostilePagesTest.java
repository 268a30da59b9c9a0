package dev.podium.parse.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.PageIds;
import dev.podium.parse.accuracy.VisibleText;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.Hashes;
import dev.podium.parse.briefing.PageFacts;
import dev.podium.parse.briefing.ParserFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that nobody means well with: nothing crashes, nothing takes longer than its length. */
class HostilePagesTest {

  private static final BriefingParser PARSER = ParserFiles.read(null, null);
  private static final List<String> DIALECTS =
      List.of("generic", "mfa-cn-zh", "mfa-cn-fr", "white-house-en");

  private static Briefing parse(byte[] body, String dialect, String contentType) {
    String url = "https://hostile.example/";
    return PARSER.parse(
        body,
        new PageFacts(
            url,
            PageIds.of(url),
            dialect,
            "mfa-cn",
            "regular",
            "en",
            dialect,
            "UTC",
            1,
            Instant.EPOCH,
            url,
            contentType,
            null,
            Hashes.sha256(body)));
  }

  static Stream<String> pages() {
    int many = 100_000;
    return Stream.of(
        "<div>".repeat(many) + "Q: deep?" + "</div>".repeat(many),
        "<b>".repeat(many) + "x",
        "<a href=x>".repeat(many) + "x",
        "</p>".repeat(many),
        "<p id=News_Body_Txt_A class='a b c'>".repeat(many) + "x",
        "<".repeat(1_000_000),
        "&".repeat(1_000_000),
        "&#".repeat(500_000),
        "<!--".repeat(250_000),
        "<script>".repeat(many),
        "<table><tr><td>".repeat(many) + "x",
        "x".repeat(1_000_000),
        "问".repeat(1_000_000),
        "<p>" + "a ".repeat(500_000) + "</p>",
        "<p>" + "(".repeat(500_000) + "</p>",
        "<p>Q: " + "(Laughter".repeat(100_000) + "</p>",
        "<p>Q: a?</p>".repeat(50_000),
        "<p>Unknown Person: a?</p>".repeat(50_000),
        "<p>" + "A".repeat(80) + " : x</p>".repeat(10_000),
        "<p>********</p>".repeat(50_000),
        "<p title=\"" + "a".repeat(1_000_000),
        "<p " + "a=b ".repeat(200_000) + ">x",
        "\u0000\ufeff\u200b\ud800",
        "Q: \ud83d".repeat(1000));
  }

  @ParameterizedTest
  @MethodSource("pages")
  @Timeout(120)
  void takesNoLongerThanItsLength(String page) {
    byte[] body = page.getBytes(StandardCharsets.UTF_8);
    for (String dialect : DIALECTS) {
      assertThatCode(() -> parse(body, dialect, "text/html")).doesNotThrowAnyException();
      assertThatCode(() -> parse(body, dialect, "text/plain")).doesNotThrowAnyException();
    }
  }

  @Test
  void tenMebibytesAreReadInTime() {
    String exchange =
        "<p><b>Q: Is it so, or is it not so?</b></p><p>A: It is so. It was always so.</p>\n";
    byte[] body =
        exchange.repeat(10 * 1024 * 1024 / exchange.length()).getBytes(StandardCharsets.UTF_8);
    long start = System.nanoTime();

    Briefing briefing = parse(body, "mfa-cn-en", "text/html");

    assertThat(briefing.exchanges()).hasSizeGreaterThan(100_000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
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
