package dev.podium.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.bench.accuracy.PageLine.Said;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void saysWhatAppearedVanishedAndChanged() {
    List<PageLine> earlier =
        List.of(
            page("a", null, said("1", "Reuters", "Why?", "Because."), said("2", null, "When?", "")),
            page("b", "no-exchanges"));
    List<PageLine> later =
        List.of(
            page("a", null, said("1", "AFP", "Why?", "Because so."), said("3", null, null, "Hi.")),
            page("b", null));

    List<String> lines = new Comparison(earlier, later).lines(20);

    assertThat(lines)
        .containsExactly(
            "set   appeared   vanished   changed   pages",
            "set          1          1         2       2",
            "  set/a: changed: AFP: «Why?»; label «Reuters» → «AFP»; answer «Because.» → «Because so.»",
            "  set/a: appeared: statement «Hi.»",
            "  set/a: vanished: «When?»",
            "  set/b: changed: the page: rejected as no-exchanges → briefing");
  }

  @Test
  void whatChangedIsShownFromWhereItDiffers() {
    String long1 = "It was so. ".repeat(20);
    List<PageLine> earlier = List.of(page("a", null, said("1", null, "Why?", long1 + "End.")));
    List<PageLine> later = List.of(page("a", null, said("1", null, "Why?", long1 + "Ended.")));

    List<String> lines = new Comparison(earlier, later).lines(20);

    assertThat(lines.getLast())
        .isEqualTo(
            "  set/a: changed: «Why?»; answer «… was so. It was so. End.» → «… was so. It was so."
                + " Ended.»");
  }

  @Test
  void nothingIsSaidOfPagesThatOneRunHasNot() {
    List<PageLine> earlier = List.of(page("a", null, said("1", null, "Why?", "Because.")));
    List<PageLine> later = List.of(page("b", null, said("1", null, "Why?", "Because.")));

    List<String> lines = new Comparison(earlier, later).lines(20);

    assertThat(lines)
        .containsExactly(
            "Every exchange is as it was.",
            "Pages that only one of the runs has, which are not compared: 2");
  }

  @Test
  void noMoreAreShownThanAskedFor() {
    List<PageLine> earlier = List.of(page("a", null));
    List<PageLine> later =
        List.of(page("a", null, said("1", null, "A?", ""), said("2", null, "B?", "")));

    List<String> lines = new Comparison(earlier, later).lines(1);

    assertThat(lines)
        .endsWith("  set/a: appeared: «A?»", "  and 1 more; --show N shows more of them");
  }

  static PageLine page(String file, String rejection, Said... exchanges) {
    return new PageLine("set", file, 1, rejection, 1, List.of(), List.of(exchanges));
  }

  private static Said said(String id, String label, String question, String answer) {
    return new Said(id, label, question, answer);
  }
}
