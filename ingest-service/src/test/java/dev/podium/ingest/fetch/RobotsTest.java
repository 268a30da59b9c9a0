package dev.podium.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTest {

  private static final String ADDRESS = "https://site.example/robots.txt";

  @ParameterizedTest
  @CsvSource({
    "200, Allowed",
    "401, Allowed",
    "403, Allowed",
    "404, Allowed",
    "410, Allowed",
    "429, Unknown",
    "500, Unknown",
    "503, Unknown",
    "0, Unknown"
  })
  void theStatusDecidesWhereThereIsNoFile(int status, String verdict) {
    assertThat(verdict(status, "", "/a").getClass().getSimpleName()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User-agent: *;Disallow: / | /a | Disallowed",
        "User-agent: *;Disallow: | /a | Allowed",
        "User-agent: *;Disallow: /a;Allow: /a/b | /a/b/c | Allowed",
        "User-agent: *;Allow: /a;Disallow: /a/b | /a/b/c | Disallowed",
        "User-agent: *;Disallow: /*.pdf$ | /x.pdf | Disallowed",
        "User-agent: *;Disallow: /*.pdf$ | /x.pdf?a | Allowed",
        "User-agent: podium;Disallow: /;;User-agent: *;Allow: / | /a | Disallowed",
        "User-agent: other;Disallow: / | /a | Allowed",
        "User-agent: other;User-agent: Podium;Disallow: / | /a | Disallowed",
        "User-agent: podium-news;Disallow: / | /a | Allowed",
        "User-agent: podium/1.0;Disallow: / | /a | Disallowed",
        "User-agent: podium;Disallow:;;User-agent: *;Disallow: / | /a | Allowed",
        "User-agent: podium;Disallow: /a;;User-agent: x;Disallow: /b;;User-agent: podium;Disallow: /c | /c | Disallowed",
        "\uFEFFUser-agent: *;Disallow: /a | /a | Disallowed",
        "user-AGENT : *;  DISALLOW :/a  # why | /a | Disallowed",
        "User-agent: *;Sitemap: https://site.example/s;Disallow: /a | /a | Disallowed",
        "Disallow: / | /a | Allowed",
        "User-agent: *;Disallow: /a | /A | Allowed",
        "User-agent: *;Disallow: /a | /b/a | Allowed",
        "User-agent: *;Disallow: /a?x= | /a?x=1 | Disallowed",
        "User-agent: *;Disallow: / | /robots.txt | Allowed",
        "<html>not a robots file</html> | /a | Allowed"
      })
  void theMostSpecificRuleDecides(String file, String path, String verdict) {
    assertThat(verdict(200, file.replace(';', '\n'), path).getClass().getSimpleName())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | / | true",
        "/a | /a/b | true",
        "/a/ | /a | false",
        "/a$ | /a | true",
        "/a$ | /ab | false",
        "/*.pdf$ | /x.pdf | true",
        "/*.pdf$ | /x.pdf.pdf | true",
        "/*.pdf$ | /x.pdf?a | false",
        "/a*b$ | /abxb | true",
        "/ab*b$ | /ab | false",
        "/a*b*c | /a/b/b/c/d | true",
        "/a*b*c | /a/c/b | false",
        "/a** | /a | true",
        "*.gif | /x.gif | true",
        "/a*$ | /abc | true",
        "/$ | / | true",
        "/$ | /a | false",
        "/a$b | /a$b | true",
        "/%61 | /a | true",
        "/a | /%61 | true",
        "/a%2fb | /a%2Fb | true",
        "/a%2Fb | /a/b | false",
        "/é | /%c3%a9 | true",
        "/%C3%A9 | /é | true",
        "/a b | /a%20b | true",
        "/a%2A | /a* | true",
        "/a%2A | /ab | false",
        "/a%24 | /a$b | true",
        "/dir/index.html | /dir/ | false"
      })
  void patternsMatchAsTheStandardSays(String pattern, String path, boolean matches) {
    RobotsVerdict verdict = verdict(200, "User-agent: *\nDisallow: " + pattern, path);
    assertThat(verdict instanceof RobotsVerdict.Disallowed).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User-agent: *;Disallow: /a;Disallow: /a/b | /a/b/c | disallowed by robots.txt: Disallow: /a/b (User-agent: *)",
        "User-agent: *;Disallow: /a;Allow: /a | /a | allowed by robots.txt: Allow: /a (User-agent: *)",
        "User-agent: *;Allow: /;;User-agent: podium;Disallow: / | /a | disallowed by robots.txt: Disallow: / (User-agent: podium)",
        "User-agent: *;Disallow: /a | /b | allowed by robots.txt: no rule matches",
        "User-agent: *;Disallow: | /b | allowed by robots.txt: no rule matches"
      })
  void theVerdictNamesTheRuleThatDecided(String file, String path, String text) {
    assertThat(verdict(200, file.replace(';', '\n'), path).text()).isEqualTo(text);
  }

  @Test
  void aLongRuleIsQuotedInPart() {
    String text = verdict(200, "User-agent: *\nDisallow: /" + "*".repeat(9000), "/a").text();
    assertThat(text).startsWith("disallowed by robots.txt: Disallow: /***").hasSizeLessThan(300);
  }

  @Test
  void longDelaysAreObeyedAndNotTakenForARefusal() {
    RobotsFile file = file(200, "User-agent: *\nCrawl-delay: 86400\n");
    assertThat(Robots.crawlDelay(file, ADDRESS)).isEqualTo(Duration.ofDays(1));
    assertThat(Robots.verdict(file, ADDRESS, "https://site.example/a"))
        .isInstanceOf(RobotsVerdict.Allowed.class);
    assertThat(Robots.crawlDelay(file(404, ""), ADDRESS)).isZero();
    assertThat(Robots.crawlDelay(file(0, "no connection"), ADDRESS)).isZero();
  }

  @Test
  void aHugeFileIsRead() {
    String file = "User-agent: *\n" + "Disallow: /x\n".repeat(40_000) + "Disallow: /a\n";
    assertThat(verdict(200, file, "/a")).isInstanceOf(RobotsVerdict.Disallowed.class);
  }

  private static RobotsVerdict verdict(int status, String text, String path) {
    return Robots.verdict(file(status, text), ADDRESS, "https://site.example" + path);
  }

  private static RobotsFile file(int status, String text) {
    return new RobotsFile(status, text, Instant.MAX);
  }
}
