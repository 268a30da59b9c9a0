package dev.podium.gateway.search;

import java.util.Set;

/** The fields of an exchange document. */
final class Fields {

  static final String ID = "id";
  static final String STATUS = "status";
  static final String KIND = "kind";
  static final String ANSWERED = "answered";
  static final String FOLLOW_UP = "followUp";
  static final String ORDINAL = "ordinal";
  static final String ASKER = "asker";
  static final String PERSON = "person";
  static final String OUTLETS = "outlets";
  static final String OUTLET_NAMES = "outletNames";
  static final String SPEAKERS = "speakers";
  static final String SPEAKER_NAMES = "speakerNames";
  static final String SPOKESPERSONS = "spokespersons";
  static final String SPOKESPERSON_NAMES = "spokespersonNames";
  static final String BRIEFING = "briefing.id";
  static final String LANGUAGE = "briefing.language";
  static final String SOURCE = "briefing.source";
  static final String ORGANISATION = "briefing.organisation";
  static final String SERIES = "briefing.series";
  static final String OCCASION = "briefing.occasion";
  static final String DATE = "briefing.date";

  // Their only form is the exact one.
  private static final Set<String> UNSTEMMED = Set.of("ja", "zh", "und");

  static final String QUESTION = "question";
  static final String ANSWER = "answer";

  /** The text of one language, in all its inflected forms. */
  static String text(String part, String language) {
    return part + '.' + language;
  }

  /** The text of one language, as written but for case, accents and width. */
  static String exact(String part, String language) {
    return UNSTEMMED.contains(language) ? text(part, language) : text(part, language) + ".exact";
  }

  private Fields() {}
}
