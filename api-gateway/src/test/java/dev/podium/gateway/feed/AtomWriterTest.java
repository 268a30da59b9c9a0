package dev.podium.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Exchange.Answer;
import dev.podium.contracts.briefing.Exchange.Answered;
import dev.podium.contracts.briefing.Exchange.Asker;
import dev.podium.contracts.briefing.Exchange.Kind;
import dev.podium.contracts.briefing.Exchange.Question;
import dev.podium.gateway.exchange.BriefingSummary;
import dev.podium.gateway.exchange.ExchangeDocument;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What a page says must not become markup, nor break the document. */
class AtomWriterTest {

  private static final String HOSTILE =
      "<script>alert(1)</script> & ]]> \" ' \u0000 \u0008 \uFFFE \uD83D \uD83D\uDE00";

  @Test
  void nothingThatAPageSaysIsMarkup() throws Exception {
    Document document = parsed(AtomWriter.write(feed(HOSTILE)));
    String html = document.getElementsByTagName("content").item(0).getTextContent();
    assertThat(html)
        .doesNotContain("<script")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; ]]&gt; &quot; &#39;")
        .contains("\uFFFD \uFFFD \uFFFD \uFFFD \uD83D\uDE00");
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void anEntryWithoutTextsHasATitle() throws Exception {
    Document document = parsed(AtomWriter.write(feed(" ")));
    assertThat(document.getElementsByTagName("title").item(1).getTextContent()).isEqualTo("src");
  }

  @Test
  void aLongTitleEndsBetweenCharacters() {
    String title = EntryText.title(document("\uD83D\uDE00".repeat(200)));
    assertThat(title.codePointCount(0, title.length())).isEqualTo(121);
    assertThat(title).endsWith("\uD83D\uDE00…");
  }

  private static Document parsed(byte[] xml) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }

  private static Feed feed(String text) {
    Feed.Entry entry = new Feed.Entry("https://x.example/v1/exchanges/a", document(text));
    String self = "https://x.example/v1/exchanges.atom?q=" + text.strip();
    return new Feed(self, self, null, self, Map.of("q", List.of(text)), List.of(entry));
  }

  private static ExchangeDocument document(String text) {
    Exchange exchange =
        new Exchange(
            "a",
            1,
            Kind.QUESTION,
            Answered.HERE,
            new Question(text, new Asker(text, null, List.of()), List.of(), List.of()),
            new Answer(text, List.of(), List.of()),
            null,
            null,
            List.of());
    BriefingSummary briefing =
        new BriefingSummary(
            "b",
            1,
            "https://s.example/1",
            "https://s.example/1",
            "src",
            "org",
            "series",
            null,
            "fr",
            text,
            null,
            Instant.parse("2026-01-01T08:00:00.000Z"),
            "present");
    return new ExchangeDocument(
        1,
        dev.podium.gateway.exchange.Status.LIVE,
        null,
        briefing,
        List.of(),
        List.of(text),
        exchange);
  }
}
