package dev.podium.parse.registry;

import dev.podium.parse.yaml.Declaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words at the start or the end of a label that are no part of the name: titles, articles. */
final class Affixes {

  /** By first and by last letter, the longest first: labels are many, and most have none. */
  private final Map<Character, List<String>> byStart = new HashMap<>();

  private final Map<Character, List<String>> byEnd = new HashMap<>();

  private Affixes(List<String> longestFirst) {
    for (String affix : longestFirst) {
      add(byStart, affix.charAt(0), affix);
      add(byEnd, affix.charAt(affix.length() - 1), affix);
    }
  }

  private static void add(Map<Character, List<String>> groups, char letter, String affix) {
    groups.computeIfAbsent(letter, key -> new ArrayList<>()).add(affix);
  }

  /** Those that the files list under some keys. */
  static Affixes read(List<Declaration> files, List<String> keys) {
    List<String> affixes = new ArrayList<>();
    for (Declaration file : files) {
      keys.forEach(key -> affixes.addAll(file.list(key, Affixes::affix)));
    }
    affixes.sort(Comparator.comparingInt(String::length).reversed());
    return new Affixes(affixes);
  }

  private static String affix(String text) {
    String words = Folding.words(text);
    if (words.isEmpty()) {
      throw new IllegalArgumentException('"' + text + "\" has neither letters nor digits");
    }
    return words;
  }

  /** Folded words, and what is left of them with ever more affixes off; never nothing. */
  List<String> shortened(String words) {
    List<String> forms = new ArrayList<>();
    String form = words;
    while (!form.isEmpty()) {
      forms.add(form);
      int start = after(form, 0);
      int end = start > 0 ? form.length() : before(form);
      form = form.substring(start, end).strip();
      if (start == 0 && end == forms.getLast().length()) {
        break;
      }
    }
    return forms;
  }

  /** Where the affix that begins here ends, and the blank after it; here if none begins. */
  int after(String words, int from) {
    if (from >= words.length()) {
      return from;
    }
    for (String affix : byStart.getOrDefault(words.charAt(from), List.of())) {
      int end = from + affix.length();
      if (words.startsWith(affix, from) && Folding.isBoundary(words, end)) {
        return end < words.length() && words.charAt(end) == ' ' ? end + 1 : end;
      }
    }
    return from;
  }

  /** Where the last affix begins; the end if there is none. */
  private int before(String words) {
    char last = words.charAt(words.length() - 1);
    for (String affix : byEnd.getOrDefault(last, List.of())) {
      int start = words.length() - affix.length();
      if (words.endsWith(affix) && Folding.isBoundary(words, start)) {
        return start;
      }
    }
    return words.length();
  }
}
