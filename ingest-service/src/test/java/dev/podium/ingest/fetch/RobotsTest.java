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
        "<html>not a robots file</html> | /a | Allowed"
      })
  void theMostSpecificRuleDecides(String file, String path, String verdict) {
    assertThat(verdict(200, file.replace(';', '\n'), path).getClass().getSimpleName())
        .isEqualTo(verdict);
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
