package dev.podium.parse.registry;

import dev.podium.parse.yaml.Declaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What something is called, by language: the base form first, then aliases and inflected forms. */
record Names(Map<String, List<String>> byLanguage) {

  static Names read(Declaration declaration) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (String language : declaration.keys()) {
      names.put(language, declaration.list(language, String::strip));
    }
    return new Names(names);
  }

  /** The base form in a language; else the English one where both are written alike; or null. */
  String in(String language) {
    List<String> own = byLanguage.get(language);
    if (own != null && !own.isEmpty()) {
      return own.getFirst();
    }
    List<String> english = isLatin(language) ? byLanguage.get("en") : null;
    return english == null || english.isEmpty() ? null : english.getFirst();
  }

  static boolean isLatin(String language) {
    return switch (language) {
      case "zh", "ja", "ko", "ru", "uk", "ar", "fa", "he", "hi", "el", "th", "bg", "sr" -> false;
      default -> true;
    };
  }
}
