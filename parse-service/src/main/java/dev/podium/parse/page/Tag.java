package dev.podium.parse.page;

import java.util.Arrays;

/** A start tag: its name, and its attributes, which are read only when asked for. */
final class Tag {

  private final String body;
  private String name = "";
  private int[] spans = new int[32];
  private int attributes;
  private int start;

  /** The values that selectors ask for again and again; null until then. */
  private String id;

  private String classes;

  Tag(String body) {
    this.body = body;
  }

  void start(String tagName, int place) {
    name = tagName;
    start = place;
    id = null;
    classes = null;
    attributes = 0;
  }

  void attribute(int nameStart, int nameEnd, int valueStart, int valueEnd) {
    int at = attributes * 4;
    if (at == spans.length) {
      spans = Arrays.copyOf(spans, at * 2);
    }
    spans[at] = nameStart;
    spans[at + 1] = nameEnd;
    spans[at + 2] = valueStart;
    spans[at + 3] = valueEnd;
    attributes++;
  }

  String name() {
    return name;
  }

  /** Where it stands in the body. */
  int start() {
    return start;
  }

  boolean bare() {
    return attributes == 0;
  }

  /** Its id, or null. */
  String id() {
    if (id == null) {
      id = value("id");
    }
    return id;
  }

  /** Its classes as they are written, or null. */
  String classes() {
    if (classes == null) {
      classes = value("class");
    }
    return classes;
  }

  /** The attribute's value with references resolved, or null. */
  String value(String attribute) {
    for (int i = 0; i < attributes * 4; i += 4) {
      int length = spans[i + 1] - spans[i];
      if (length == attribute.length()
          && body.regionMatches(true, spans[i], attribute, 0, length)) {
        return resolve(spans[i + 2], spans[i + 3]);
      }
    }
    return null;
  }

  private String resolve(int start, int end) {
    return body.indexOf('&', start, end) < 0
        ? body.substring(start, end)
        : resolve(body, start, end);
  }

  /** Text with its character references resolved. */
  static String resolve(String body, int start, int end) {
    StringBuilder value = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      CharacterReferences.Reference reference =
          body.charAt(i) == '&' ? CharacterReferences.at(body, i, end) : null;
      if (reference == null) {
        value.append(body.charAt(i));
      } else {
        value.append(reference.characters());
        i += reference.length() - 1;
      }
    }
    return value.toString();
  }

  /** Names that count in HTML are ASCII; to lower other letters takes Java long in long names. */
  static String lower(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (isCapital(name.charAt(i))) {
        return lower(name.toCharArray());
      }
    }
    return name;
  }

  private static String lower(char[] name) {
    for (int i = 0; i < name.length; i++) {
      name[i] = isCapital(name[i]) ? (char) (name[i] | 0x20) : name[i];
    }
    return new String(name);
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
