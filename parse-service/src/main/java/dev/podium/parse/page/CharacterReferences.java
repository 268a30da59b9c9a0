package dev.podium.parse.page;

import org.jsoup.nodes.Entities;

/** Reads character references, by name or number. */
final class CharacterReferences {

  private static final int LONGEST_NAME = 32;
  private static final String WINDOWS_1252 =
      "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
          + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

  /** What a reference stands for, and how long it is in the body. */
  record Reference(String characters, int length) {}

  /** The reference that starts with the ampersand at this position, or null if it is none. */
  static Reference at(String body, int position, int limit) {
    int first = position + 1;
    if (first >= limit) {
      return null;
    }
    return body.charAt(first) == '#'
        ? numeric(body, position, limit)
        : named(body, position, limit);
  }

  private static Reference numeric(String body, int position, int limit) {
    int i = position + 2;
    boolean hex = i < limit && (body.charAt(i) | 0x20) == 'x';
    int from = hex ? i + 1 : i;
    int radix = hex ? 16 : 10;
    int value = 0;
    for (i = from; i < limit; i++) {
      int digit = body.charAt(i) < 0x80 ? Character.digit(body.charAt(i), radix) : -1;
      if (digit < 0) {
        break;
      }
      value = Math.min(0x110000, value * radix + digit);
    }
    if (i == from) {
      return null;
    }
    int end = i < limit && body.charAt(i) == ';' ? i + 1 : i;
    return new Reference(character(value), end - position);
  }

  private static String character(int value) {
    if (value >= 0x80 && value <= 0x9f) {
      return String.valueOf(WINDOWS_1252.charAt(value - 0x80));
    }
    boolean none = value == 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff);
    return none ? "\ufffd" : Character.toString(value);
  }

  private static Reference named(String body, int position, int limit) {
    int end = position + 1;
    int stop = Math.min(limit, end + LONGEST_NAME);
    while (end < stop && isAsciiAlphanumeric(body.charAt(end))) {
      end++;
    }
    String name = body.substring(position + 1, end);
    if (end < limit && body.charAt(end) == ';' && Entities.isNamedEntity(name)) {
      return new Reference(Entities.getByName(name), end + 1 - position);
    }
    for (int length = Math.min(name.length(), 6); length > 1; length--) {
      String legacy = name.substring(0, length);
      if (Entities.isBaseNamedEntity(legacy)) {
        return new Reference(Entities.getByName(legacy), length + 1);
      }
    }
    return null;
  }

  private static boolean isAsciiAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private CharacterReferences() {}
}
