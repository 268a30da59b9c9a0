package dev.podium.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.ingest.source.LinkRules;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldDatesTest {

  private static final LinkRules RULES =
      new LinkRules(List.of(Pattern.compile("p[0-9]*$")), List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "zh | /t1837607.shtml | 2020年12月3日外交部发言人华春莹主持例行记者会(2020-12-03) | 2020-12-03 to 2020-12-03",
        "zh | /202404/t20240406_11277047.html | 例行记者会 | 2024-04-06 to 2024-04-06",
        "zh | /202404/t20240406_11277047.html | 2024年4月3日 | 2024-04-03 to 2024-04-03",
        "zh | /202404/item.html | - | 2024-04-01 to 2024-04-30",
        "en | /briefings-statements/2025/01/press-briefing/ | - | 2025-01-01 to 2025-01-31",
        "en | /press-briefings/2021/10/14/x/ | - | 2021-10-14 to 2021-10-14",
        "en | /department-press-briefing-july-8-2021/ | - | 2021-07-08 to 2021-07-08",
        "en | /en/2017/db170126.doc.htm | - | 2017-01-26 to 2017-01-26",
        "en | /x | Foreign Ministry Spokesperson's Conference on December 5th, 2006 | 2006-12-05 to 2006-12-05",
        "en | /x | 5 Sept 2016 | 2016-09-05 to 2016-09-05",
        "en | /x | Sep. 5, 2016 | 2016-09-05 to 2016-09-05",
        "fr | /x | Conférence de presse du 1er août 2016 | 2016-08-01 to 2016-08-01",
        "es | /x | Conferencia Ofrecida el 25 de Mayo de 2022 por Wang | 2022-05-25 to 2022-05-25",
        "es | /conferencia-matutina-del-12-de-abril-de-2022 | - | 2022-04-12 to 2022-04-12",
        "de | /x | Regierungspressekonferenz vom 6. Dezember 2021 | 2021-12-06 to 2021-12-06",
        "ru | /x | Очередная пресс-конференция 15 января 2016 г. | 2016-01-15 to 2016-01-15",
        "ar | /x | مؤتمرا صحفيا في يوم 4 يوليو 2013 | 2013-07-04 to 2013-07-04",
        "en | /x | 2020-02-30 | -",
        "en | /t1837607.shtml | Question 12345678901 of 2020 | -",
        "en | /ConferencePointPresse-82801.html | - | -"
      })
  void readsTheDateOfAnEntry(String language, String path, String entry, String range) {
    String told =
        new ToldDates(language)
            .of("https://site.example" + path, entry == null ? "" : entry)
            .map(DateRange::toString)
            .orElse(null);
    assertThat(told).isEqualTo(range);
  }

  @Test
  void aBackfillTakesWhatIsInItsRangeOrTellsNoDate() {
    List<String> taken =
        inRange("2024-04-02", "2024-04-03").inRange().stream()
            .map(Link::url)
            .map(url -> url.replace("https://site.example/", ""))
            .toList();
    assertThat(taken).containsExactly("p3", "p2", "p0", "202404/p");
    assertThat(inRange("2024-04-02", "2024-04-03").past()).isFalse();
    assertThat(inRange("2024-05-01", "2024-05-03").past()).isTrue();
  }

  @Test
  void aPageWithoutDatesIsNeverPast() {
    ListingPage page = page("<a href=p1>one</a>");
    assertThat(
            DatedLinks.of(
                range("2024-05-01", "2024-05-03"), new ToldDates("en"), page, page.links(RULES)))
        .isEqualTo(new DatedLinks(page.links(RULES), false));
  }

  private static DatedLinks inRange(String from, String to) {
    ListingPage page =
        page(
            """
            <div>News of 2024-01-01 <a href='about'>about</a></div>
            <ul>
              <li><a href='p4'>four</a> (2024-04-04)</li>
              <li><a href='p3'>three</a><span>3 April 2024</span></li>
              <li><a href='p2' title='2024-04-02'>two</a></li>
              <li><a href='p1'><img></a><a href='p1'>one</a><i>April 1, 2024</i></li>
              <li><a href='p0'>nought</a></li>
              <li><a href='202404/p'>April</a></li>
            </ul>
            """);
    return DatedLinks.of(range(from, to), new ToldDates("en"), page, page.links(RULES));
  }

  private static DateRange range(String from, String to) {
    return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static ListingPage page(String html) {
    return new ListingPage(html.getBytes(StandardCharsets.UTF_8), null, "https://site.example/");
  }
}
