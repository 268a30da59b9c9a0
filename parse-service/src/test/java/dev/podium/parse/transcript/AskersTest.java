package dev.podium.parse.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.dialect.Dialects;
import dev.podium.parse.registry.Outlets;
import dev.podium.parse.yaml.YamlFiles;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks, and for which outlets; an outlet that nobody knows has its printed name. */
class AskersTest {

  private static final Dialects DIALECTS = ParserFiles.dialects(null);
  private static final Outlets OUTLETS =
      Outlets.read(YamlFiles.shipped("registries", List.of("outlets")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "mfa-cn-zh | 新华社记者 | | xinhua",
        "mfa-cn-zh | 路透社、彭博社记者 | | reuters bloomberg",
        "mfa-cn-zh | 彭博社记者、土耳其阿纳多卢通讯社记者追问 | | bloomberg anadolu",
        "mfa-cn-zh | 日本《读卖新闻》记者 | | yomiuri",
        "mfa-cn-zh | 某某报记者 | | 某某报",
        "mfa-cn-fr | L'Agence de Presse Xinhua et CCTV | | xinhua cctv",
        "mfa-cn-es | Agencia de Noticias Yonhap y Reuters | | yonhap reuters",
        "mfa-cn-ru | Журналист агентства Рейтер | | reuters",
        "mfa-cn-ar | مراسل وكالة أنباء شينخوا | | xinhua",
        "jp-mofa-ja | テレビ朝日 千々岩記者 | 千々岩 | tv-asahi",
        "jp-mofa-ja | NHK 大谷記者 | 大谷 | nhk",
        "jp-mofa-ja | パンオリエントニュース アズハリ記者 | アズハリ | pan-orient-news",
        "jp-mofa-ja | フリーランス 安積記者 | 安積 |",
        "jp-mofa-ja | 朝日新聞記者 | | asahi",
        "jp-mofa-ja | 記者 | |",
        "in-mea-en | Rishabh | Rishabh |",
        "in-mea-en | Sidhant, WION | Sidhant | wion",
        "in-mea-en | Ayanangsha, Daily Planet | Ayanangsha | Daily Planet",
        "de-bund-de | FRAGE HOENIG | HOENIG |",
        "de-bund-de | ZUSATZFRAGE HOENIG | HOENIG |",
        "qc-premier-fr | M. Gagnon (Marc-André) | M. Gagnon (Marc-André) |"
      })
  void readsALabel(String dialect, String label, String person, String outlets) {
    Askers askers = new Askers(DIALECTS.find(dialect).turns(), OUTLETS, "en");

    Exchange.Asker asker = askers.read(label);

    assertThat(asker.label()).isEqualTo(label);
    assertThat(asker.person()).isEqualTo(person);
    assertThat(asker.outlets().stream().map(AskersTest::idOrName).collect(Collectors.joining(" ")))
        .isEqualTo(outlets == null ? "" : outlets);
  }

  private static String idOrName(Exchange.Outlet outlet) {
    return outlet.id() != null ? outlet.id() : outlet.name();
  }
}
