package dev.podium.parse.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A CSS selector of the simple kind: elements, ids, classes and attributes, joined by blanks or
 * {@code >}.
 */
final class Selector {

  private final String text;
  private final List<Compound> compounds = new ArrayList<>();
  private final List<Boolean> child = new ArrayList<>();
  private int at;

  /** One element's part of a selector. */
  record Compound(String element, String id, List<String> classes, List<Attribute> attributes) {

    boolean matches(Tag tag) {
      if (element != null && !element.equals(tag.name())) {
        return false;
      }
      if (id == null && classes.isEmpty() && attributes.isEmpty()) {
        return true;
      }
      return !tag.bare()
          && (id == null || id.equals(tag.id()))
          && hasClasses(tag)
          && (attributes.isEmpty()
              || attributes.stream().allMatch(attribute -> attribute.matches(tag)));
    }

    private boolean hasClasses(Tag tag) {
      if (classes.isEmpty()) {
        return true;
      }
      String value = tag.classes();
      if (value == null) {
        return false;
      }
      for (String name : classes) {
        if (!hasWord(value, name)) {
          return false;
        }
      }
      return true;
    }

    private static boolean hasWord(String words, String word) {
      int from = 0;
      int found;
      while ((found = words.indexOf(word, from)) >= 0) {
        int end = found + word.length();
        if ((found == 0 || words.charAt(found - 1) <= ' ')
            && (end == words.length() || words.charAt(end) <= ' ')) {
          return true;
        }
        from = end;
      }
      return false;
    }
  }

  /** {@code [name]}, {@code [name=value]} or {@code [name^=value]}. */
  record Attribute(String name, String value, boolean prefix) {

    boolean matches(Tag tag) {
      String actual = tag.value(name);
      if (actual == null || value == null) {
        return actual != null;
      }
      return prefix ? actual.startsWith(value) : actual.equals(value);
    }
  }

  private Selector(String text) {
    this.text = text;
  }

  /**
   * Reads a selector.
   *
   * @throws IllegalArgumentException if it is none; its message says where
   */
  static Selector of(String text) {
    Selector selector = new Selector(text.strip());
    selector.read();
    return selector;
  }

  List<Compound> compounds() {
    return compounds;
  }

  /** Whether the compound's element must be the parent of the one after it. */
  boolean child(int compound) {
    return child.get(compound);
  }

  private void read() {
    do {
      compounds.add(compound());
      child.add(combinator());
    } while (at < text.length());
  }

  /** Whether {@code >} follows; leaves the next compound's first character next. */
  private boolean combinator() {
    boolean parent = false;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '>')) {
      parent |= text.charAt(at++) == '>';
    }
    if (parent && at == text.length()) {
      throw unexpected();
    }
    return parent;
  }

  private Compound compound() {
    int start = at;
    String element = at < text.length() && isName(text.charAt(at)) ? Tag.lower(name()) : null;
    String id = null;
    List<String> classes = new ArrayList<>();
    List<Attribute> attributes = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != '>') {
      switch (text.charAt(at++)) {
        case '#' -> id = name();
        case '.' -> classes.add(name());
        case '[' -> attributes.add(attribute());
        default -> throw unexpected();
      }
    }
    if (at == start) {
      throw unexpected();
    }
    return new Compound(element, id, List.copyOf(classes), List.copyOf(attributes));
  }

  private Attribute attribute() {
    int close = text.indexOf(']', at);
    if (close < 0) {
      throw new IllegalArgumentException("selector " + text + " has no ] for its [");
    }
    String inside = text.substring(at, close);
    at = close + 1;
    int equals = inside.indexOf('=');
    if (equals < 0) {
      return new Attribute(inside, null, false);
    }
    boolean prefix = equals > 0 && inside.charAt(equals - 1) == '^';
    String value = inside.substring(equals + 1).replaceAll("^['\"]|['\"]$", "");
    return new Attribute(inside.substring(0, prefix ? equals - 1 : equals), value, prefix);
  }

  private String name() {
    int start = at;
    while (at < text.length() && isName(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw unexpected();
    }
    return text.substring(start, at);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException(
        "selector " + text + " is not understood at character " + (at + 1));
  }
}
