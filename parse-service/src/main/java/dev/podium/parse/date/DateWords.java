package dev.podium.parse.date;

import dev.podium.parse.language.LowerCase;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that stand beside the numbers of a date. */
final class DateWords {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{3,}");
  private static final Set<String> WORDS =
      Set.of(
          ("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
                  + " lundi mardi mercredi jeudi vendredi samedi dimanche"
                  + " lunes martes miércoles jueves viernes sábado domingo"
                  + " montag dienstag mittwoch donnerstag freitag samstag sonntag"
                  + " понедельник вторник среда четверг пятница суббота воскресенье года"
                  + " الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد يوم عام سنة"
                  + " the del date time posted published updated publié mis jour fecha publicado"
                  + " est edt gmt utc cet cest heures 来源 发布时间 时间 年月日 平成 令和 昭和 金曜日"
                  + " 月曜日 火曜日 水曜日 木曜日 土曜日 日曜日 供稿")
              .split(" ", -1));

  /** Whether a line has no longer word than months, weekdays and the like. */
  static boolean only(String line) {
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      String word = LowerCase.of(matcher.group());
      if (Months.of(word) == 0 && !WORDS.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private DateWords() {}
}
