package dev.podium.parse.dialect;

import java.util.List;
import java.util.stream.Stream;

/**
 * What can be told of all lines that match a pattern without trying it: how long they are, and
 * words that they hold. Of patterns that are more than a plain one, nothing is told.
 *
 * @param shortest in UTF-16 code units
 * @param longest in UTF-16 code units
 * @param words one of which each match has; none where that cannot be told
 */
record LineShape(int shortest, int longest, List<String> words) {

  private static final int ENDLESS = Integer.MAX_VALUE;
  private static final LineShape NOTHING = new LineShape(0, 0, List.of());
  private static final LineShape ANYTHING = new LineShape(0, ENDLESS, List.of());

  /** To look for more words takes longer than to try the pattern. */
  private static final int MOST_WORDS = 16;

  /** The shape of a regular expression that compiles. */
  static LineShape of(String regex) {
    try {
      return new Reader(regex).read();
    } catch (NotPlainException e) {
      return ANYTHING;
    }
  }

  private static LineShape character(int longest) {
    return new LineShape(1, longest, List.of());
  }

  private LineShape or(LineShape other) {
    boolean both = !words.isEmpty() && !other.words.isEmpty();
    List<String> any = both ? joined(words, other.words) : List.of();
    return new LineShape(Math.min(shortest, other.shortest), Math.max(longest, other.longest), any);
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return some.size() + others.size() > MOST_WORDS
        ? List.of()
        : Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  private LineShape then(LineShape next) {
    return new LineShape(
        sum(shortest, next.shortest), sum(longest, next.longest), better(words, next.words));
  }

  private static List<String> better(List<String> some, List<String> others) {
    return weight(others) > weight(some) ? others : some;
  }

  /** The longer the shortest word, the rarer lines have one. */
  private static int weight(List<String> words) {
    return words.stream().mapToInt(String::length).min().orElse(0);
  }

  private LineShape times(Repeats repeats) {
    return new LineShape(
        product(shortest, repeats.least),
        product(longest, repeats.most),
        repeats.least > 0 ? words : List.of());
  }

  private static int sum(int a, int b) {
    return (int) Math.min(ENDLESS, (long) a + b);
  }

  private static int product(int a, int b) {
    return (int) Math.min(ENDLESS, (long) a * b);
  }

  private record Repeats(int least, int most) {

    private static final Repeats ONCE = new Repeats(1, 1);
  }

  private static final class NotPlainException extends Exception {
    private static final long serialVersionUID = 1L;

    NotPlainException() {
      super("not plain", null, false, false);
    }
  }

  /** Reads what most patterns are made of, by {@link java.util.regex.Pattern}'s syntax. */
  private static final class Reader {

    private final String regex;
    private int at;

    Reader(String regex) {
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
      LineShape shape = NOTHING;
      StringBuilder word = new StringBuilder();
      while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
        int literal = literal();
        LineShape next = literal < 0 ? item() : character(1);
        Repeats repeats = repeats();
        if (literal >= 0 && repeats.least > 0) {
          word.append((char) literal);
        }
        if (literal < 0 || !repeats.equals(Repeats.ONCE)) {
          shape = shape.then(held(word));
        }
        shape = shape.then(next.times(repeats));
      }
      return shape.then(held(word));
    }

    /** The word that has been read, its length aside; and then none. */
    private static LineShape held(StringBuilder word) {
      LineShape shape = word.isEmpty() ? NOTHING : new LineShape(0, 0, List.of(word.toString()));
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
          yield character(2);
        }
        case '\\' -> escape();
        case '.' -> {
          at++;
          yield character(2);
        }
        case '^', '$' -> {
          at++;
          yield NOTHING;
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
      return looks ? NOTHING : inside;
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
        case 'b', 'B' -> NOTHING;
        case 'd', 's', 'w' -> character(1);
        case 'D', 'S', 'W' -> character(2);
        case 'p', 'P' -> {
          int close = regex.indexOf('}', at);
          if (next(0) != '{' || close < 0) {
            throw new NotPlainException();
          }
          at = close + 1;
          yield character(2);
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
            case '*' -> new Repeats(0, ENDLESS);
            case '+' -> new Repeats(1, ENDLESS);
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
                : counts[1].isEmpty() ? ENDLESS : Integer.parseInt(counts[1]);
        return new Repeats(least, most);
      } catch (NumberFormatException e) {
        throw new NotPlainException();
      }
    }
  }
}
