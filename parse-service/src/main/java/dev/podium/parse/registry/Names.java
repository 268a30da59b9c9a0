package dev.podium.parse.registry;

import dev.podium.parse.yaml.Declaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What something is called, by language: the base form first, then aliases and inflected forms. */
record Names(Map<String, List<String>> byLanguage) {

  static Names read(Declaration declaration) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (String language : declaration.keys()) {
      names.put(language, declaration.list(language, String::strip));
    }
    return new Names(names);
  }

  /** These, and the others' in the languages that these do not have. */
  Names or(Names others) {
    Map<String, List<String>> names = new LinkedHashMap<>(byLanguage);
    others.byLanguage.forEach(names::putIfAbsent);
    return new Names(names);
  }

  /** These and the others. */
  Names and(Names others) {
    Map<String, List<String>> names = new LinkedHashMap<>(byLanguage);
    others.byLanguage.forEach(
        (language, more) ->
            names.merge(language, more, (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
    return new Names(names);
  }

  Stream<String> all() {
    return byLanguage.values().stream().flatMap(List::stream);
  }

  /** The base form in a language, or null. Of a regional variant, else that of the language. */
  String own(String language) {
    List<String> own = byLanguage.get(language);
    if (own == null && language.indexOf('-') > 0) {
      return own(language.substring(0, language.lastIndexOf('-')));
    }
    return own == null || own.isEmpty() ? null : own.getFirst();
  }

  /** The base form in a language; else the English one where both are written alike; or null. */
  String in(String language) {
    String own = own(language);
    return own == null && isLatin(language) ? own("en") : own;
  }

  static boolean isLatin(String language) {
    return switch (language.split("-", 2)[0]) {
      case "zh", "ja", "ko", "ru", "uk", "ar", "fa", "he", "hi", "el", "th", "bg", "sr" -> false;
      default -> true;
    };
  }
}
