package dev.podium.gateway.search;

import java.util.List;
import java.util.Locale;

/** The languages that texts are analysed in, and the fields of the index that hold them. */
final class Languages {

  /** All others. */
  private static final String UNDETERMINED = "und";

  private static final List<String> ANALYSED =
      List.of("fr", "en", "es", "ru", "ar", "de", "pt", "ja", "zh", UNDETERMINED);

  /** The fields' languages for these languages of briefings; all for none. */
  static List<String> analysed(List<String> tags) {
    return tags.isEmpty() ? ANALYSED : tags.stream().map(Languages::analysed).distinct().toList();
  }

  /** Whether the index holds pairs of characters of its texts, and not words. */
  static boolean isInPairs(String language) {
    return language.equals("zh") || language.equals("ja");
  }

  private static String analysed(String tag) {
    String primary = Locale.forLanguageTag(tag).getLanguage();
    return ANALYSED.contains(primary) ? primary : UNDETERMINED;
  }

  private Languages() {}
}
