package dev.podium.gateway.citation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Exchange.Answer;
import dev.podium.contracts.briefing.Exchange.Kind;
import dev.podium.gateway.exchange.BriefingSummary;
import dev.podium.gateway.exchange.ExchangeDocument;
import dev.podium.gateway.exchange.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BibTexTest {

  @Test
  void whatLatexWouldRunIsText() {
    assertThat(entry("\\input{/etc/passwd} 100% & $x_1^2$ #~ Corée 答\n\u0007"))
        .contains(
            "title = {{\\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{}"
                + " 100\\% \\& \\$x\\_1\\textasciicircum{}2\\$ \\#\\textasciitilde{} Corée 答 }},");
  }

  /** As BibTeX counts them, for which a backslash escapes none. */
  @ParameterizedTest
  @ValueSource(
      strings = {"{", "}", "\\{", "\\}", "\\", "{}", "}{", "a {b", "}}} @misc{x, {", "\\\\{ \\\\}"})
  void noTitleEndsItsEntry(String title) {
    String entry = entry(title);

    assertThat(end(entry)).as(entry).isEqualTo(entry.length() - 2);
  }

  private static int end(String entry) {
    int depth = 0;
    for (int i = entry.indexOf('{'); i < entry.length(); i++) {
      depth += entry.charAt(i) == '{' ? 1 : entry.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void anAddressIsWrittenAsAddressesAre() {
    assertThat(entry("x")).contains("url = {https://s.example/%7Ba%7D},");
  }

  private static String entry(String text) {
    Exchange exchange =
        new Exchange(
            "abcdefghij234567",
            1,
            Kind.STATEMENT,
            null,
            null,
            new Answer(text, List.of(), List.of()),
            null,
            null,
            List.of());
    BriefingSummary briefing =
        new BriefingSummary(
            "b",
            1,
            "https://s.example/{a}",
            "https://s.example/",
            "src",
            "org",
            "series",
            null,
            "fr",
            text,
            null,
            Instant.parse("2026-01-01T08:00:00.000Z"),
            "present");
    return BibTex.write(
        new Citation(
            new ExchangeDocument(
                1, Status.LIVE, null, briefing, List.of(), List.of(text), exchange),
            "https://api.example/v1/exchanges/abcdefghij234567"));
  }
}
