package dev.podium.parse.date;

import dev.podium.parse.language.LowerCase;
import java.util.HashMap;
import java.util.Map;

/** The months' names in the languages of the briefings, inflected forms and short ones included. */
final class Months {

  private static final String[] NAMES = {
    "january jan janvier enero januar janeiro gennaio января январь يناير ocak"
        + " stycznia leden ledna ianuarie januari січня ιανουαρίου janvāris januára sausio jaanuar",
    "february feb février fevrier febrero februar fevereiro febbraio февраля"
        + " февраль فبراير şubat lutego únor února februarie februari лютого februára",
    "march mar mars marzo märz março marco марта"
        + " март مارس mart marca březen března martie maart березня",
    "april apr avril abril aprile апреля апрель أبريل"
        + " ابريل إبريل nisan kwietnia duben dubna aprilie квітня",
    "may mai mayo maio maggio мая май" + " مايو mayıs maja květen května mei травня maj",
    "june jun juin junio juni junho giugno июня"
        + " июнь يونيو يونيه haziran czerwca červen června iunie червня",
    "july jul juillet julio juli julho luglio июля"
        + " июль يوليو يوليه temmuz lipca červenec července iulie липня",
    "august aug août aout agosto августа август أغسطس"
        + " اغسطس ağustos sierpnia srpen srpna augustus augusti серпня agustus",
    "september sep sept septembre septiembre setiembre setembro settembre"
        + " сентября сентябрь سبتمبر eylül września září septembrie вересня",
    "october oct octobre octubre oktober outubro ottobre октября"
        + " октябрь أكتوبر اكتوبر ekim października říjen října octombrie жовтня",
    "november nov novembre noviembre novembro ноября ноябрь"
        + " نوفمبر kasım listopada listopad listopadu noiembrie листопада",
    "december dec décembre decembre diciembre dezember dezembro dicembre декабря"
        + " декабрь ديسمبر aralık grudnia prosinec prosince decembrie грудня desember"
  };

  private static final Map<String, Integer> BY_NAME = new HashMap<>();

  static {
    for (int i = 0; i < NAMES.length; i++) {
      for (String name : NAMES[i].split(" ", -1)) {
        BY_NAME.put(LowerCase.of(name), i + 1);
      }
    }
  }

  /** 1 to 12, or 0 if the word is no month. */
  static int of(String word) {
    return BY_NAME.getOrDefault(LowerCase.of(word), 0);
  }

  private Months() {}
}
