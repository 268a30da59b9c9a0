package dev.podium.index.document;

import java.util.Locale;
import java.util.Set;

/** The languages that texts are analysed in: the names of the text fields. */
public final class Languages {

  /** For every other language: folded, but not stemmed. */
  public static final String UNDETERMINED = "und";

  /** Those with a field of their own in {@code schema/*.json}. */
  public static final Set<String> ANALYSED =
      Set.of("ar", "de", "en", "es", "fr", "ja", "pt", "ru", "zh", UNDETERMINED);

  /**
   * The field of a language.
   *
   * @param tag BCP 47, of which the primary language counts; null is undetermined
   */
  public static String field(String tag) {
    String primary = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
    return ANALYSED.contains(primary) ? primary : UNDETERMINED;
  }

  private Languages() {}
}
