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

class BibTexTest {

  @Test
  void whatLatexWouldRunIsText() {
    assertThat(entry("\\input{/etc/passwd} 100% & $x_1^2$ #~ Corée 答\n\u0007"))
        .contains(
            "title = {{\\textbackslash{}input\\{/etc/passwd\\} 100\\% \\& \\$x\\_1\\textasciicircum{}2\\$"
                + " \\#\\textasciitilde{} Corée 答 }},");
  }

  @Test
  void bracesAreAlwaysPaired() {
    String entry = entry("}}} @misc{x, {");
    String bare = entry.replace("\\{", "").replace("\\}", "");
    assertThat(bare.chars().filter(c -> c == '{').count())
        .isEqualTo(bare.chars().filter(c -> c == '}').count());
    assertThat(entry).contains("url = {https://s.example/%7Ba%7D},");
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
