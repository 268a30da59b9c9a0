package dev.podium.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPageTest {

  private static final LineBreaks NONE = new NoLineBreaks();

  private static Page markdown(String text) {
    return TextPage.read(text, true, NONE);
  }

  private static List<String> texts(Page page) {
    return page.blocks().stream().map(Block::text).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void aBackslashBreaksALineWhateverEndsIt(String end) {
    String text = String.join(end, "**Q**\\", "Is it?", "It is\\.", "");

    assertThat(texts(markdown(text))).containsExactly("**Q**", "Is it? It is.");
  }

  @Test
  void anySignOfAsciiMayStandBehindABackslash() {
    assertThat(texts(markdown("\\<a\\> costs \\$5 \\& \\é\\ \\b")))
        .containsExactly("<a> costs $5 & \\é\\ \\b");
  }

  @Test
  void whatABackslashTakesFromMarkdownIsSaid() {
    assertThat(texts(markdown("\\<b>one\\</b> <b>two</b> \\\\ three")))
        .containsExactly("<b>one</b> two \\ three");
  }

  @Test
  void linesEndTheSameInAnyWrappedText() {
    String line = "The minister went to the market, and so the people said that it is";
    String text = (line + "\r\n").repeat(8);

    List<String> texts = texts(TextPage.read(text, false, NONE));

    assertThat(texts).containsExactly((line + " ").repeat(8).strip());
    assertThat(texts).isEqualTo(texts(TextPage.read(text.replace("\r", ""), false, NONE)));
  }

  @Test
  void aFrontMatterGivesNoHalfCharacters() {
    Page page =
        markdown(
            "---\ntitle: \"\\ud83d\\ude00 \\ud83d x\"\nb: \"one \\\n  two\"\nc: d\n  e\n---\nf");

    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(page.title())).isTrue();
    assertThat(page.title()).startsWith("\ud83d\ude00 ").endsWith(" x");
    assertThat(page.metas()).containsEntry("b", "one two").containsEntry("c", "d e");
  }
}
