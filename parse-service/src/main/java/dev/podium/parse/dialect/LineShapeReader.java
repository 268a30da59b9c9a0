package dev.podium.parse.dialect;

import java.util.List;

/** Reads what most patterns are made of, by {@link java.util.regex.Pattern}'s syntax. */
final class LineShapeReader {

  private record Repeats(int least, int most) {

    private static final Repeats ONCE = new Repeats(1, 1);
  }

  /** The pattern has something of which nothing is told. */
  static final class NotPlainException extends Exception {
    private static final long serialVersionUID = 1L;

    NotPlainException() {
      super("not plain", null, false, false);
    }
  }

  private final String regex;
  private int at;

  LineShapeReader(String regex) {
    this.regex = regex;
  }

  LineShape read() throws NotPlainException {
    LineShape shape = alternatives();
    if (at < regex.length()) {
      throw new NotPlainException();
    }
    return shape;
  }

  private LineShape alternatives() throws NotPlainException {
    LineShape shape = sequence();
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      shape = shape.or(sequence());
    }
    return shape;
  }

  private LineShape sequence() throws NotPlainException {
    LineShape shape = LineShape.NOTHING;
    StringBuilder word = new StringBuilder();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      int literal = literal();
      LineShape next = literal < 0 ? item() : LineShape.character(1);
      Repeats repeats = repeats();
      if (literal >= 0 && repeats.least > 0) {
        word.append((char) literal);
      }
      if (literal < 0 || !repeats.equals(Repeats.ONCE)) {
        shape = shape.then(held(word));
      }
      shape = shape.then(next.times(repeats.least, repeats.most));
    }
    return shape.then(held(word));
  }

  /** The word that has been read, its length aside; and then none. */
  private static LineShape held(StringBuilder word) {
    LineShape shape =
        word.isEmpty() ? LineShape.NOTHING : new LineShape(0, 0, List.of(word.toString()));
    word.setLength(0);
    return shape;
  }

  /** Reads a character that stands for itself; -1 if another thing comes. */
  private int literal() throws NotPlainException {
    char c = regex.charAt(at);
    if (Character.isSurrogate(c)) {
      throw new NotPlainException();
    }
    boolean escaped = c == '\\';
    char meant = escaped ? next(1) : c;
    boolean itself = escaped ? !isAlphanumeric(meant) : "[(.^$*+?{".indexOf(c) < 0;
    if (!itself || Character.isSurrogate(meant)) {
      return -1;
    }
    at += escaped ? 2 : 1;
    return meant;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private char next(int offset) throws NotPlainException {
    if (at + offset >= regex.length()) {
      throw new NotPlainException();
    }
    return regex.charAt(at + offset);
  }

  private LineShape item() throws NotPlainException {
    return switch (regex.charAt(at)) {
      case '(' -> group();
      case '[' -> {
        characterClass();
        yield LineShape.character(2);
      }
      case '\\' -> escape();
      case '.' -> {
        at++;
        yield LineShape.character(2);
      }
      case '^', '$' -> {
        at++;
        yield LineShape.NOTHING;
      }
      default -> throw new NotPlainException();
    };
  }

  private LineShape group() throws NotPlainException {
    at++;
    boolean looks = false;
    if (next(0) == '?') {
      char kind = next(1);
      looks = kind == '=' || kind == '!';
      if (kind != ':' && !looks) {
        throw new NotPlainException();
      }
      at += 2;
    }
    LineShape inside = alternatives();
    if (next(0) != ')') {
      throw new NotPlainException();
    }
    at++;
    return looks ? LineShape.NOTHING : inside;
  }

  /** Goes behind a class, which may hold others. */
  private void characterClass() throws NotPlainException {
    int open = 0;
    do {
      char c = next(0);
      if (c == '\\') {
        at++;
        next(0);
      } else if (c == '[') {
        open++;
        boolean negated = next(1) == '^';
        if (next(negated ? 2 : 1) == ']') {
          throw new NotPlainException();
        }
      } else if (c == ']') {
        open--;
      }
      at++;
    } while (open > 0);
  }

  private LineShape escape() throws NotPlainException {
    char kind = next(1);
    at += 2;
    return switch (kind) {
      case 'b', 'B' -> LineShape.NOTHING;
      case 'd', 's', 'w' -> LineShape.character(1);
      case 'D', 'S', 'W' -> LineShape.character(2);
      case 'p', 'P' -> {
        int close = regex.indexOf('}', at);
        if (next(0) != '{' || close < 0) {
          throw new NotPlainException();
        }
        at = close + 1;
        yield LineShape.character(2);
      }
      default -> throw new NotPlainException();
    };
  }

  private Repeats repeats() throws NotPlainException {
    if (at == regex.length()) {
      return Repeats.ONCE;
    }
    Repeats repeats =
        switch (regex.charAt(at)) {
          case '?' -> new Repeats(0, 1);
          case '*' -> new Repeats(0, LineShape.ENDLESS);
          case '+' -> new Repeats(1, LineShape.ENDLESS);
          case '{' -> counted();
          default -> null;
        };
    if (repeats == null) {
      return Repeats.ONCE;
    }
    at++;
    if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
      at++;
    }
    return repeats;
  }

  /** Reads up to the closing brace. */
  private Repeats counted() throws NotPlainException {
    int close = regex.indexOf('}', at);
    if (close < 0) {
      throw new NotPlainException();
    }
    String[] counts = regex.substring(at + 1, close).split(",", -1);
    at = close;
    try {
      int least = Integer.parseInt(counts[0]);
      int most =
          counts.length == 1
              ? least
              : counts[1].isEmpty() ? LineShape.ENDLESS : Integer.parseInt(counts[1]);
      return new Repeats(least, most);
    } catch (NumberFormatException e) {
      throw new NotPlainException();
    }
  }
}
