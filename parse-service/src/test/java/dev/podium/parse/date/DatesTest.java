package dev.podium.parse.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

  private static Dates read(String title, String printed, String url, String language) {
    return Dates.read(new Dates.Clues(title, null, printed, null, url), language, "Asia/Shanghai");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | Conférence de presse du 1er mars 2017 | 2017-03-01",
        "fr | Conférence du 5 septembre 2016 tenue par la porte-parole | 2016-09-05",
        "fr | Q&R - Point de presse live (12 octobre 2023) | 2023-10-12",
        "zh | 2024年4月3日外交部发言人 | 2024-04-03",
        "en | Regular Press Conference on 7 September 2006 | 2006-09-07",
        "en | Regular Press Conference on December 5, 2006 | 2006-12-05",
        "en | Press Briefing, March 3rd, 2022 | 2022-03-03",
        "en | Press Briefing by the Press Secretary Josh Earnest, 12/8/14 | 2014-12-08",
        "en | Gaggle Aboard AF1 en route Strasbourg 4-3-2009 | 2009-04-03",
        "es | Ofrecida el 25 de Mayo de 2022 por Wang Wenbin | 2022-05-25",
        "es | Conferencia del martes 3 de enero del 2023 | 2023-01-03",
        "es | CONFERENCIA DE PRENSA DEL 12 DE JUNIO DE 2024 | 2024-06-12",
        "fr | CONFÉRENCE DE PRESSE DU 1ER MARS 2017 | 2017-03-01",
        "ru | Очередная пресс-конференция 15 января 2016 г. у | 2016-01-15",
        "ar | في يوم 4 يوليو عام 2013 | 2013-07-04",
        "ar | في يوم ٢٢ فبراير ٢٠١٨ | 2018-02-22",
        "ja | (平成28年3月18日(金曜日)8時30分) | 2016-03-18",
        "ja | 令和元年5月1日 | 2019-05-01",
        "de | Bundespressekonferenz vom 6. Dezember 2021 | 2021-12-06",
        "pt | em 29 de dezembro de 2022 | 2022-12-29",
        "tr | Basın Toplantısı, 21 Kasım 2019 | 2019-11-21",
        "pl | Konferencja prasowa 3 maja 2021 r. | 2021-05-03",
        "uk | Брифінг 14 лютого 2022 року | 2022-02-14",
        "ar | \u200fفي يوم \u200f26\u200f فبراير عام 2018 | 2018-02-26",
        "en | The 14 points of 1918 and 99/99/2020 | ",
        "en | On the G-7 Summit | ",
      })
  void findsTheConferencesDay(String language, String title, String date) {
    Dates dates = read(title, null, "https://a.example/", language);

    assertThat(dates.date() == null ? null : dates.date().toString()).isEqualTo(date);
    assertThat(dates.publishedOn()).isNull();
  }

  @Test
  void aYearThatTheTitleLeavesOutComesFromThePublication() {
    assertThat(
            read("Ofrecida 31 de Diciembre por", "2021-01-05", "https://a.example/", "es").date())
        .isEqualTo("2020-12-31");
  }

  @Test
  void publicationIsNotTheConference() {
    Dates dates = read("22 февраля 2018 г.", "2018-03-19 08:05", "https://a.example/", "ru");

    assertThat(dates.date()).isEqualTo("2018-02-22");
    assertThat(dates.publishedOn()).isEqualTo("2018-03-19");
    assertThat(dates.publishedAt()).isEqualTo("2018-03-19T08:05+08:00");
    assertThat(dates.warnings()).isEmpty();
  }

  @Test
  void disagreementIsAWarning() {
    assertThat(read("2024年4月3日", "2024-04-02", "https://a.example/", "zh").warnings())
        .extracting(Warning::code)
        .containsExactly("date-disagreement");
  }

  @Test
  void theAddressIsTheLastResort() {
    Dates dates = read("说", null, "https://a.example/202404/t20240406_11277047.html", "zh");

    assertThat(dates.date()).isEqualTo("2024-04-06");
    assertThat(dates.warnings()).extracting(Warning::code).containsExactly("date-from-address");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/briefings/department-press-briefing-july-20-2021/, en, 2021-07-20",
    "https://a.example/m.htm?dtl/28756/Transcript_of_Briefing_July_27_2017, en, 2017-07-27",
    "https://a.example/2021/12/06/bpk-vom-06-dezember-2021/, de, 2021-12-06",
    "https://a.example/conferencia-em-29-de-dezembro-de-2022, pt, 2022-12-29",
    "https://a.example/en/2024/db240920.doc.htm, en, 2024-09-20",
    "https://a.example/en/2024/db249920.doc.htm, en, ",
    "https://a.example/article/28756, en, "
  })
  void anAddressHoldsTheWordsOfATitle(String url, String language, String date) {
    Dates dates = read("Briefing", null, url, language);

    assertThat(dates.date() == null ? null : dates.date().toString()).isEqualTo(date);
  }

  @Test
  void theLineThatSaysWhenItWasHeldIsNoPublication() {
    Dates dates =
        Dates.read(
            new Dates.Clues(
                "外務大臣会見記録", "（令和5年4月14日（金曜日）16時15分）", "令和5年4月17日", null, "https://a.example/"),
            "ja",
            "Asia/Tokyo");

    assertThat(dates.date()).isEqualTo("2023-04-14");
    assertThat(dates.publishedOn()).isEqualTo("2023-04-17");
  }

  @Test
  void aDeclaredTimeCountsWithItsOffsetOnly() {
    Dates dates =
        Dates.read(
            new Dates.Clues(
                "Briefing", null, null, "2022-08-24 15:02:41-04:00", "https://a.example/"),
            "en",
            "America/New_York");

    assertThat(dates.publishedAt()).isEqualTo("2022-08-24T15:02:41-04:00");
  }

  @ParameterizedTest
  @CsvSource({
    "2017/03/01, true",
    "2020-02-24 23:33, true",
    "(2019-12-10), true",
    "'Le mardi 18 avril 2023, 13 h 42', true",
    "'Daily briefing, 4 May 2023', false",
    "On 4 May 2023 the port was closed, false",
    "Nothing, false"
  })
  void knowsALineThatIsOnlyADate(String line, boolean only) {
    assertThat(Dates.isDateLine(line, "fr")).isEqualTo(only);
  }

  @Test
  void aDayWithoutAYearIsNoDayOfPublication() {
    Dates dates =
        Dates.read(new Dates.Clues(null, null, null, "March 4", "https://a.example/"), "en", "UTC");

    assertThat(dates.publishedOn()).isNull();
    assertThat(dates.date()).isNull();
  }
}
