package dev.podium.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.corpus.OtherGeneration;
import dev.podium.gateway.corpus.SmallExchange;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a search finds is whole words, or characters where words are not parted, in every script.
 */
@GatewayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HighlightIT {

  /** What is searched for, and a text in which brackets stand around what it finds. */
  private static final String CASES =
      """
      fr | elysee              | [L’Élysée], [l'Elysée] et [ÉLYSÉE] disent non.
      fr | Élysée              | À 𠮷 [l’Élysée].
      fr | corée               | La [Core\u0301e] et le coréen.
      fr | cheval              | Un [cheval], des [chevaux].
      fr | œuvre               | Les [œuvres] et [l’oeuvre].
      fr | COVID-19            | Le [COVID-19], la [Covid‑19] et 19 autres.
      fr | aujourd'hui         | C’est [aujourd’hui].
      fr | "chef d'État"       | Le [chef d’État] et le chef de l’État.
      fr | asean               | 😀 [L’ＡＳＥＡＮ] et [l’Asean].
      fr | negoci*             | [Négocier], une [négociation], renégocier.
      en | policies            | A [policy], [policies], [Policy’s] end.
      en | china               | [China’s] and [CHINA], not Chinatown.
      ru | северный флот       | О [Северном] [флоте] и южном ветре.
      ru | северная корея      | О [Северной] [Корее] и южной Америке.
      ru | президент           | [Президенту], [президентом] и вице-[президента].
      ru | ещё                 | [Еще] и [ещё], [ЕЩЁ].
      ru | российский          | [Российскими] и России.
      ru | майор               | [Маи\u0306ор] и [майоры].
      ar | كوريا               | في [كُورِيَا] [وكوريا] [كـوريا].
      ar | الصين               | سفير [الصين] [للصين] [والصين].
      ar | ايران               | مع [إيران] [وإيران].
      ar | 2024                | عام [٢٠٢٤] و [2024].
      ar | القضية              | [القضيّة] [الْقَضِيَّةُ] .
      zh | 人民共和            | 中华[人民共和]国与人民、共和。
      zh | "人民共和国"        | 中华[人民共和国]与人民。
      zh | 华                  | 中[华]人民共和国，[华]人。
      zh | G20峰会             | 出席[G20峰会]，[Ｇ２０峰会]。
      zh | 𠮷野               | 😀[𠮷野]家说𠮷也在野。
      zh | covid               | [ＣＯＶＩＤ]－１９疫情。
      zh | 朝鮮                | [朝鮮]半島，朝 鮮。
      zh | 主席 NEAR/3 会见    | [主席]昨天[会见]了所有客人，主席说。
      ja | 会談                | 首脳[会談]で[会談]した。
      und | seoul              | 서울 [Séoul] 에서.
      und | 서울               | 서울에서 [서울].
      """;

  private OtherGeneration index;

  record Case(String language, String q, String text) {

    static Case of(String line) {
      String[] cells = line.split(" \\| ", 3);
      return new Case(cells[0].strip(), cells[1].strip(), cells[2].strip());
    }

    String plain() {
      return text.replace("[", "").replace("]", "");
    }

    @Override
    public String toString() {
      return language + ' ' + q;
    }
  }

  static List<Case> cases() {
    return CASES.lines().map(Case::of).toList();
  }

  @BeforeAll
  void fill() throws IOException {
    index = new OtherGeneration("exchanges-highlights");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < cases().size(); i++) {
      lines.append(exchange(i, cases().get(i)).lines());
    }
    index.write(lines);
  }

  @AfterAll
  void putBack() {
    index.close();
  }

  private static SmallExchange exchange(int number, Case one) {
    return new SmallExchange(number, one.language(), one.plain());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void wholeWordsAreMarked(Case one) {
    String id = exchange(cases().indexOf(one), one).id();
    JsonPath page = Searches.search(Map.of("q", one.q(), "size", "100")).extract().jsonPath();
    Map<String, Object> found =
        page.<Map<String, Object>>getList("items").stream()
            .filter(item -> item.get("id").equals(id))
            .findFirst()
            .orElseThrow(() -> new AssertionError("not found"));
    assertThat(marked(found)).isEqualTo(one.text());
  }

  private static String marked(Map<String, Object> item) {
    int[] text = ((String) ((Map<?, ?>) item.get("answer")).get("text")).codePoints().toArray();
    List<?> spans = (List<?>) ((Map<?, ?>) item.get("highlights")).get("answer");
    List<Integer> opening = new ArrayList<>();
    List<Integer> closing = new ArrayList<>();
    spans.forEach(
        span -> {
          opening.add((int) ((Map<?, ?>) span).get("start"));
          closing.add((int) ((Map<?, ?>) span).get("end"));
        });
    StringBuilder marked = new StringBuilder();
    for (int i = 0; i <= text.length; i++) {
      marked.append(closing.contains(i) ? "]" : "").append(opening.contains(i) ? "[" : "");
      if (i < text.length) {
        marked.appendCodePoint(text[i]);
      }
    }
    return marked.toString();
  }
}
