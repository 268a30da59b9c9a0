package dev.podium.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkRulesTest {

  private static final LinkRules RULES =
      new LinkRules(
          List.of(Pattern.compile("/news/"), Pattern.compile("/old/")),
          List.of(Pattern.compile("\\.pdf$")));

  @ParameterizedTest
  @CsvSource({
    "https://a.example/news/1, true, /news/, an include rule matches",
    "https://a.example/old/1, true, /old/, an include rule matches",
    "https://a.example/news/1.pdf, false, \\.pdf$, an exclude rule matches",
    "https://a.example/1, false, , no include rule matches"
  })
  void saysWhichRuleDecides(String address, boolean taken, String rule, String reason) {
    assertThat(RULES.verdict(address)).isEqualTo(new LinkRules.Verdict(taken, rule, reason));
    assertThat(RULES.takes(address)).isEqualTo(taken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*)*x", "^(a?){100}b", "([^/]+)+/x$"})
  void patternsThatBacktrackAreGivenUp(String pattern) {
    LinkRules rules = new LinkRules(List.of(LinkPatterns.compile(pattern)), List.of());
    String address = "https://a.example/" + "a".repeat(2000) + "!";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(rules.takes(address)).isFalse());
  }

  @Test
  void anExcludeRuleThatBacktracksTakesNothing() {
    LinkRules rules =
        new LinkRules(List.of(Pattern.compile("^https")), List.of(Pattern.compile("(a+)+$")));
    assertThat(rules.verdict("https://a.example/" + "a".repeat(2000) + "!"))
        .isEqualTo(new LinkRules.Verdict(false, null, "the rules take too many steps on it"));
  }

  @Test
  void honestRulesReachTheEndOfTheLongestAddress() {
    LinkRules rules = new LinkRules(List.of(Pattern.compile("/[a-z]+_[0-9]+\\.html$")), List.of());
    assertThat(rules.takes("https://a.example/" + "ab/".repeat(600) + "t_1.html")).isTrue();
  }

  static Stream<String> harmful() {
    return Stream.of(
        "a".repeat(1001),
        "(".repeat(31) + "a" + ")".repeat(31),
        "(){2000}",
        "a{1,999999999}",
        "((a{1,20}){1,20}){1,20}");
  }

  @ParameterizedTest
  @MethodSource("harmful")
  void patternsThatOnlyDoHarmAreRefused(String pattern) {
    assertThatThrownBy(() -> LinkPatterns.compile(pattern))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
