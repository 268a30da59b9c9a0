package dev.podium.parse.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The minister will travel to the coast, and we are told that this is for two days.",
        "fr | La ministre se rendra sur la côte, et nous avons appris que c'est pour deux jours.",
        "es | La ministra viajará a la costa, y se dice que es para dos días con su equipo de allí.",
        "de | Die Ministerin wird an die Küste reisen, und wir hören, dass es für zwei Tage ist.",
        "pt | A ministra viajará para a costa, e não se sabe por que razão os barcos da frota saem.",
        "it | Il ministro andrà sulla costa per due giorni, e non è la prima volta che la visita.",
        "nl | De minister gaat naar de kust, en het is niet de eerste keer dat zij er op bezoek is.",
        "tr | Bakan iki gün için sahile gidecek ve bu gezi çok daha uzun bir programın ilk adımı da olacak.",
        "pl | Minister pojedzie na wybrzeże i nie jest to pierwsza wizyta, bo w tym roku był tam już.",
        "ru | Министр поедет на побережье, и мы узнали, что это будет двухдневная поездка в порт.",
        "uk | Міністр поїде на узбережжя, і ми дізналися, що це буде дводенна поїздка її команди.",
        "bg | Министърът ще пътува до брега и научихме, че това ще бъде двудневно пътуване към пристанището.",
        "ar | ستسافر الوزيرة إلى الساحل وعلمنا أن الزيارة ستستغرق يومين مع وفد من الوزارة",
        "fa | وزیر به ساحل سفر خواهد کرد و ما شنیدیم که این سفر دو روز طول می‌کشد و چند گفت‌وگو دارد",
        "zh | 部长将前往沿海地区访问，我们了解到此访为期两天，并将出席港口的开工仪式，会见当地渔民代表。",
        "ja | 大臣は沿岸部を訪問する予定で、二日間の日程だと伺っておりますので、詳細は改めてお知らせします。",
        "ko | 장관은 이틀 동안 해안을 방문할 예정이며 항구의 착공식에 참석한다고 들었습니다 자세한 것은 추후 발표합니다",
      })
  void readsTheScriptItsLettersAndTheSmallWords(String language, String text) {
    assertThat(LanguageGuess.of(text)).isEqualTo(language);
  }

  @Test
  void aShortTextTellsNothing() {
    assertThat(LanguageGuess.of("The press.")).isNull();
  }

  @Test
  void aPageInTwoLanguagesIsInEitherOfThem() {
    String both = "部长将前往沿海地区访问。 The minister will travel to the coast, and that is all of it.";

    assertThat(LanguageGuess.otherThan("zh", both)).isNull();
    assertThat(LanguageGuess.otherThan("en", both)).isNull();
    assertThat(LanguageGuess.otherThan("fr", both)).isEqualTo("en");
  }
}
