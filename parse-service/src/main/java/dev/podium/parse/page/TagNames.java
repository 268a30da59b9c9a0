package dev.podium.parse.page;

import java.util.Set;
import java.util.stream.Stream;

/** The names of tags in lower case, the usual ones without making a string for each tag. */
final class TagNames {

  private static final int LONGEST = 12;

  /** Names by a hash of their characters; of two with one hash the later is made each time. */
  private static final String[] USUAL = new String[1024];

  static {
    Stream.of(
            Elements.BLOCKS,
            Elements.VOID,
            Elements.FURNITURE,
            Set.of("a", "b", "i", "u", "em", "strong", "span", "font", "script", "style", "title"))
        .flatMap(Set::stream)
        .sorted()
        .forEach(name -> USUAL[hash(name, 0, name.length())] = name);
  }

  static String at(String body, int start, int end) {
    int length = end - start;
    String usual = length > LONGEST ? null : USUAL[hash(body, start, end)];
    return usual != null && usual.length() == length && body.startsWith(usual, start)
        ? usual
        : Tag.lower(body.substring(start, end));
  }

  private static int hash(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    return (hash ^ hash >>> 10) & (USUAL.length - 1);
  }

  private TagNames() {}
}
