package dev.podium.index.document;

import java.util.Map;

/** Texts by the language that they are analysed in. */
final class Texts {

  /** The text in the field of its language; empty without a text. */
  static Map<String, String> of(String languageTag, String text) {
    return text == null ? Map.of() : Map.of(Languages.field(languageTag), text);
  }

  private Texts() {}
}
