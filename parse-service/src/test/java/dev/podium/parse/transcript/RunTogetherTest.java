package dev.podium.parse.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Layout;
import dev.podium.parse.page.LineBreaks;
import dev.podium.parse.page.NoLineBreaks;
import dev.podium.parse.page.Page;
import dev.podium.parse.page.PageReader;
import dev.podium.parse.registry.Outlets;
import dev.podium.parse.registry.Spokespersons;
import dev.podium.parse.yaml.Declaration;
import dev.podium.parse.yaml.YamlFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paragraphs that lost their line breaks; {@code ¶} stands where they are cut. */
class RunTogetherTest {

  private static final List<Declaration> REGISTRIES =
      YamlFiles.shipped("registries", List.of("outlets", "spokespersons"));
  private static final LineBreaks NONE = new NoLineBreaks();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "mfa-cn-zh | 应邀访华。 问:有何评论? 答:没有。 追问:为何? 答:不知道。 | 应邀访华。 ¶ 问:有何评论? ¶ 答:没有。 ¶ 追问:为何? ¶ 答:不知道。",
        "mfa-cn-zh | 路透社记者：有何评论？汪文斌：没有。 | 路透社记者：有何评论？ ¶ 汪文斌：没有。",
        "mfa-cn-en | Welcome. Qin: Good day. Q: Is it so? A: It is. | Welcome. ¶ Qin: Good day. ¶ Q: Is it so? ¶ A: It is.",
        "white-house-en | MR. CARNEY: Yes. Q So it is? MR. CARNEY: It is. | MR. CARNEY: Yes. ¶ Q So it is? ¶ MR. CARNEY: It is.",
        "jp-mofa-ja | （問）ありますか。（外務大臣）ありません。 | （問）ありますか。 ¶ （外務大臣）ありません。",
        "fr-meae-fr | Q - Est-ce vrai ? R - Non. Q - Et le pont ? R – Il est ouvert. | Q - Est-ce vrai ? ¶ R - Non. ¶ Q - Et le pont ? ¶ R – Il est ouvert.",
        "fr-meae-fr | Q - Est-ce vrai ? Et la norme R - est-elle prête ? | Q - Est-ce vrai ? Et la norme R - est-elle prête ?",
        "mfa-cn-en | Q: I have two questions. First: when? Second: where? | Q: I have two questions. First: when? Second: where?",
        "mfa-cn-en | He said it. Reuters: that was the word that he used. | He said it. Reuters: that was the word that he used.",
        "white-house-en | MR. CARNEY: I read Q and A sections. Q is a letter. | MR. CARNEY: I read Q and A sections. Q is a letter.",
        "mfa-cn-zh | 答:有人会问：图什么？我们说：图将来。 | 答:有人会问：图什么？我们说：图将来。"
      })
  void areCutWhereATurnBegins(String dialect, String line, String cut) {
    TranscriptReader reader = reader(ParserFiles.dialects(null).find(dialect));
    List<Block> blocks = PageReader.read(line, "text/plain", Layout.UNKNOWN, NONE).blocks();

    List<Block> parts = reader.apart(blocks);

    assertThat(String.join(" ¶ ", parts.stream().map(Block::text).toList())).isEqualTo(cut);
    assertThat(parts)
        .allSatisfy(
            part ->
                assertThat(
                        line.substring(part.sourceStart(0), part.sourceEnd(part.text().length())))
                    .isEqualTo(part.text()));
  }

  private static TranscriptReader reader(Dialect dialect) {
    return new TranscriptReader(
        dialect,
        Outlets.read(REGISTRIES),
        Spokespersons.read(REGISTRIES),
        dialect.defaults().organisation());
  }

  @Test
  void aLineOfMoreTurnsThanAnyPageHasIsLeftAsItIs() {
    String turns = "Q: Is it so? A: It is. ".repeat(Page.MOST_BLOCKS);
    TranscriptReader reader = reader(ParserFiles.dialects(null).generic());
    List<Block> blocks = PageReader.read(turns, "text/plain", Layout.UNKNOWN, NONE).blocks();

    assertThat(reader.apart(blocks)).isEqualTo(blocks);
  }
}
