package dev.podium.gateway.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "La [Corée] du Nord            | 3-8",
        "[Corée]                       | 0-5",
        "la [Corée] et la [Chine]      | 3-8 15-20",
        "关于[朝鲜][半岛]的问题           | 2-6",
        "[𠮷野]家和😀[中国]              | 0-2 5-7",
        "le [COVID]-[19] - [deux]      | 3-11 14-18",
        "[aujourd]’[hui], [oui]/[non]  | 0-11 13-16 17-20",
        "nothing                       | ''",
        "[كوريا] الشمالية              | 0-5",
      })
  void countsCodePoints(String marked, String spans) {
    assertThat(show(MarkedText.spans(plain(marked), List.of(mark(marked))))).isEqualTo(spans);
  }

  @Test
  void severalMarkingsOfOneTextAreOne() {
    List<String> markings = List.of(mark("[ab]cdef[gh]"), mark("a[bc]de[f]gh"), mark("abcdefgh"));
    assertThat(MarkedText.spans("abcdefgh", markings))
        .containsExactly(new Span(0, 3), new Span(5, 8));
  }

  @Test
  void spansCutTheSourceRight() {
    String text = "😀 l’Élysée 和 𠮷野家";
    List<Span> spans = MarkedText.spans(text, List.of(mark("😀 [l’Élysée] 和 [𠮷野家]")));
    assertThat(spans.stream().map(span -> cut(text, span))).containsExactly("l’Élysée", "𠮷野家");
  }

  @Test
  void marksOfAnotherTextAreNotBelieved() {
    assertThat(MarkedText.spans("another text", List.of(mark("a [text]")))).isEmpty();
  }

  @Test
  void aMarkThatDoesNotEndIsNotBelieved() {
    assertThat(MarkedText.spans("a text", List.of("a " + MarkedText.OPEN + "text"))).isEmpty();
  }

  @Test
  void noncharactersInAPageAreNoMarks() {
    String text = "\uFDD0abc\uFDD1 and \uFDD2";
    assertThat(MarkedText.spans(text, List.of(text))).isEmpty();
    assertThat(MarkedText.spans(text, List.of(MarkedText.OPEN + text + MarkedText.CLOSE)))
        .containsExactly(new Span(0, text.length()));
  }

  private static String mark(String brackets) {
    return brackets.replace("[", MarkedText.OPEN).replace("]", MarkedText.CLOSE);
  }

  private static String plain(String brackets) {
    return brackets.replace("[", "").replace("]", "");
  }

  private static String cut(String text, Span span) {
    int[] codePoints = text.codePoints().toArray();
    int[] cut = Arrays.copyOfRange(codePoints, span.start(), span.end());
    return new String(cut, 0, cut.length);
  }

  private static String show(List<Span> spans) {
    return String.join(" ", spans.stream().map(span -> span.start() + "-" + span.end()).toList());
  }
}
