package dev.podium.parse.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.parse.yaml.InvalidDeclarationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One outlet is one, whatever a page calls it. */
class OutletsTest {

  private static final Outlets SHIPPED = Outlets.read(Registries.shipped());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "xinhua | 新华社",
        "xinhua | Xinhua News Agency",
        "mena-eg | Agencia de Noticias de Oriente Medio",
        "mena-eg | Agence de presse du Moyen-Orient",
        "kcna | Agencia Central de Noticias de Corea",
        "vna | Agence vietnamienne d’information",
        "al-jazeera | 半島電視臺",
        "xinhua | Agence de Presse Xinhua",
        "xinhua | L'Agence de Presse Xinhua",
        "xinhua | L’agence de presse Xinhua",
        "xinhua | Agencia de Noticias Xinhua",
        "xinhua | ИА Синьхуа",
        "xinhua | Агентство «Синьхуа»",
        "xinhua | وكالة أنباء شينخوا",
        "xinhua | وكالة انباء شينخوا",
        "xinhua | مراسل وكالة أنباء شينخوا",
        "xinhua | Agência de Notícias Xinhua",
        "cctv | 总台央视",
        "cctv | ＣＣＴＶ",
        "cctv | تلفزيون الصين المركزي",
        "cctv | Телеканал CCTV",
        "cctv | CCTV journalist",
        "cnr | 总台央广",
        "cmg | China Media Group",
        "peoples-daily | People’s Daily",
        "peoples-daily | People's Daily",
        "peoples-daily | PEOPLE`S DAILY",
        "peoples-daily | Le Quotidien du Peuple",
        "peoples-daily | Quotidien du Peuple",
        "peoples-daily | Diario del Pueblo",
        "peoples-daily | Газета «Жэньминь жибао»",
        "peoples-daily-online | People's Daily Online",
        "global-times | 《环球时报》",
        "the-paper | The Paper",
        "china-news-service | 中新社",
        "china-news-service | China News Service",
        "afp | Agence France-Presse",
        "afp | Agence France Presse",
        "afp | L'AFP",
        "afp | Journaliste de l'AFP",
        "afp | 法新社",
        "afp | وكالة فرانس برس",
        "reuters | Agencia Reuters",
        "reuters | Агентство Рейтер",
        "reuters | وكالة رويترز",
        "ap | The Associated Press",
        "app | Associated Press of Pakistan",
        "yonhap | Agencia de Noticias Yonhap",
        "yonhap | Агентство Ренхап",
        "yonhap | Ёнхап",
        "ytn | 韩国联合有线新闻台",
        "anadolu | 土耳其阿纳多卢通讯社",
        "anadolu | Agence Anadolu",
        "trt | 土耳其电视台",
        "sputnik | 俄罗斯卫星通讯社",
        "asahi | 日本《朝日新闻》",
        "asahi | 朝日新聞社",
        "kyodo | 共同通信社",
        "tv-asahi | テレビ朝日",
        "tv-asahi | ﾃﾚﾋﾞ朝日",
        "wsj | 美国《华尔街日报》",
        "el-pais | El Pais",
        "folha | Folha de São Paulo",
        "cna | Channel NewsAsia",
        "cna-tw | Central News Agency"
      })
  void findsTheOutlet(String id, String printed) {
    assertThat(SHIPPED.find(printed, "en").id()).isEqualTo(id);
    assertThat(SHIPPED.knows(printed)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Paper",
        "The Agency",
        "Agence",
        "News Agency",
        "记者",
        "电视台",
        "日本",
        "日本电视",
        "Daily Planet",
        "Time",
        "Le point",
        "Die Welt von morgen",
        "SBS",
        "...",
        "''"
      })
  void keepsAnUnknownOneAsPrinted(String printed) {
    assertThat(SHIPPED.find(printed, "en")).isEqualTo(new Exchange.Outlet(null, printed));
    assertThat(SHIPPED.knows(printed)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "新华社, zh, 新华社",
    "新华社, en, Xinhua",
    "新华社, fr, Xinhua",
    "Xinhua, ru, Синьхуа",
    "Xinhua, zh-Hans, 新华社",
    "Quotidien du Peuple, fr-CA, Le Quotidien du Peuple",
    "NHK, ja, NHK",
    // Neither is written in that script: the printed name stays.
    "France24, ja, France24"
  })
  void isNamedInThePagesLanguage(String printed, String language, String name) {
    assertThat(SHIPPED.find(printed, language).name()).isEqualTo(name);
  }

  @Test
  void refusesANameOfTwo() {
    String yaml =
        """
        outlets:
          - {id: a, names: {en: [The Example]}}
          - {id: b, names: {fr: [The éxample]}}
        """;
    assertThatThrownBy(() -> Outlets.read(Registries.of(yaml)))
        .isInstanceOf(InvalidDeclarationException.class)
        .hasMessage("a.yaml: line 3: names: The éxample stands for both a and b");
  }

  @Test
  void refusesAWordWithoutLetters() {
    assertThatThrownBy(() -> Outlets.read(Registries.of("outletWords: ['«']")))
        .hasMessage("a.yaml: line 1: outletWords: \"«\" has neither letters nor digits");
  }
}
