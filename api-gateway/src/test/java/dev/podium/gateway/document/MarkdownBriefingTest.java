package dev.podium.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownBriefingTest {

  private static final Parser COMMONMARK = Parser.builder().build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*a* _b_ `c` [d](e) ![f](g) <b>h</b> &amp; \\i",
        "# title",
        "- item",
        "+ item",
        "1. item",
        "1) item",
        "> quote",
        "===",
        "---",
        "```",
        "~~~",
        "<!-- comment",
        "http://x.example/_a_",
        "a | b",
        "[ref]: /x",
        "问：1. 是 *吗*？"
      })
  void aTextIsReadAsItIs(String text) {
    Node document = COMMONMARK.parse(MarkdownText.escaped(text));
    assertThat(TextContentRenderer.builder().build().render(document)).isEqualTo(text);
  }

  @Test
  void nothingThatAPageSaysIsMarkup() {
    String text =
        new String(
            MarkdownBriefing.write(Fixture.page(Fixture.HOSTILE, "fr")), StandardCharsets.UTF_8);
    String body = text.substring(text.indexOf("\n---\n") + 5);
    List<String> links = new ArrayList<>();
    List<Integer> headings = new ArrayList<>();
    COMMONMARK
        .parse(body)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                links.add(link.getDestination());
              }

              @Override
              public void visit(Heading heading) {
                headings.add(heading.getLevel());
                visitChildren(heading);
              }

              @Override
              public void visit(HtmlInline html) {
                throw new AssertionError(html.getLiteral());
              }

              @Override
              public void visit(HtmlBlock html) {
                throw new AssertionError(html.getLiteral());
              }

              @Override
              public void visit(Image image) {
                throw new AssertionError(image.getDestination());
              }
            });
    assertThat(headings).containsExactly(1, 2, 2, 2, 2, 2, 2);
    assertThat(links)
        .hasSize(6)
        .allMatch(link -> link.startsWith("https://api.example/v1/exchanges/"));
  }

  @Test
  void factsStandBeforeTheTextAndCannotEndEarly() throws Exception {
    String text =
        new String(
            MarkdownBriefing.write(Fixture.page("---\ntitle: x\n---", "fr")),
            StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    assertThat(lines.getFirst()).isEqualTo("---");
    List<String> facts = lines.subList(1, lines.subList(1, lines.size()).indexOf("---") + 1);
    assertThat(facts).contains("id: \"abcdefghij234567\"", "date: \"2024-02-29\"", "revision: 3");
    for (String fact : facts) {
      String value = fact.substring(fact.indexOf(": ") + 2);
      assertThat(new ObjectMapper().readTree(value)).isNotNull();
    }
  }
}
