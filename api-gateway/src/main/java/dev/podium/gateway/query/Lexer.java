package dev.podium.gateway.query;

import dev.podium.gateway.query.Token.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cuts a search into tokens. Positions count code points. */
final class Lexer {

  static final int SHORTEST_PREFIX = 2;
  static final int MOST_BETWEEN = 50;
  private static final Map<Integer, Integer> QUOTES =
      Map.of(
          (int) '"', (int) '"', (int) '“', (int) '”', (int) '«', (int) '»', (int) '「', (int) '」');
  private static final Map<String, Kind> OPERATORS =
      Map.of("AND", Kind.AND, "OR", Kind.OR, "NOT", Kind.NOT);
  private static final Pattern NEAR = Pattern.compile("NEAR(/.*)?");
  private static final Pattern DISTANCE = Pattern.compile("[0-9]{1,4}");
  private static final Map<String, QueryNode.Field> FIELDS =
      Arrays.stream(QueryNode.Field.values())
          .collect(Collectors.toMap(QueryNode.Field::code, field -> field));

  private final int[] input;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String query) {
    input = query.codePoints().toArray();
  }

  /** The tokens, the last of which is the end. */
  static List<Token> tokens(String query) throws QuerySyntaxException {
    Lexer lexer = new Lexer(query);
    while (lexer.at < lexer.input.length) {
      lexer.next();
    }
    lexer.add(Kind.END, "", lexer.at);
    return lexer.tokens;
  }

  static QueryNode.Field field(String code) {
    return FIELDS.get(code);
  }

  private void next() throws QuerySyntaxException {
    int c = input[at];
    if (isSpace(c)) {
      at++;
    } else if (c == '(') {
      add(Kind.OPEN, "(", at++);
    } else if (c == ')') {
      add(Kind.CLOSE, ")", at++);
    } else if (QUOTES.containsKey(c)) {
      phrase(QUOTES.get(c));
    } else if (c == '-' && at + 1 < input.length && !isSpace(input[at + 1])) {
      add(Kind.NOT, "-", at++);
    } else {
      word();
    }
  }

  private void phrase(int closing) throws QuerySyntaxException {
    int start = at++;
    while (at < input.length && input[at] != closing) {
      at++;
    }
    if (at == input.length) {
      throw new QuerySyntaxException(
          "the quotation that begins here does not end with " + Character.toString(closing), start);
    }
    String text = text(start + 1, at++);
    if (isWordless(text)) {
      throw new QuerySyntaxException("the quotation that begins here holds no word", start);
    }
    tokens.add(new Token(Kind.PHRASE, text, start, looseness()));
  }

  /** What follows a quotation whose words are near each other and no more: ~5. */
  private int looseness() throws QuerySyntaxException {
    if (at == input.length || input[at] != '~') {
      return -1;
    }
    int start = ++at;
    while (at < input.length && isWordPart(input[at])) {
      at++;
    }
    return distance(text(start, at), start, "\"two words\"~5");
  }

  private static int distance(String number, int position, String example)
      throws QuerySyntaxException {
    if (!DISTANCE.matcher(number).matches()) {
      throw new QuerySyntaxException(
          "how many words there may be between is missing here, as in " + example, position);
    }
    int distance = Integer.parseInt(number);
    if (distance > MOST_BETWEEN) {
      throw new QuerySyntaxException(
          distance + " words between; the limit wordsBetween is " + MOST_BETWEEN, position);
    }
    return distance;
  }

  private void word() throws QuerySyntaxException {
    int start = at;
    while (at < input.length && isWordPart(input[at])) {
      at++;
      if (input[at - 1] == ':' && isName(start, at - 1)) {
        field(start);
        return;
      }
    }
    String text = text(start, at);
    Kind operator = OPERATORS.get(text);
    if (operator != null) {
      add(operator, text, start);
    } else if (NEAR.matcher(text).matches()) {
      int number = Math.min(text.length(), "NEAR/".length());
      int distance = distance(text.substring(number), start + number, "one NEAR/5 other");
      tokens.add(new Token(Kind.NEAR, text, start, distance));
    } else if (text.indexOf('*') >= 0) {
      prefix(text, start);
    } else if (!isWordless(text)) {
      // Punctuation that stands alone, such as a dash, is no word and asks for nothing.
      add(Kind.WORD, text, start);
    }
  }

  private void field(int start) throws QuerySyntaxException {
    String name = text(start, at - 1);
    if (!FIELDS.containsKey(name)) {
      throw new QuerySyntaxException(
          "there is no field '"
              + name
              + "'; fields are "
              + FIELDS.keySet().stream().sorted().collect(Collectors.joining(", "))
              + ", and text with a colon goes between quotation marks",
          start);
    }
    add(Kind.FIELD, name, start);
  }

  private void prefix(String text, int start) throws QuerySyntaxException {
    int star = text.codePointCount(0, text.indexOf('*'));
    String stem = text.substring(0, text.indexOf('*'));
    if (star != text.codePointCount(0, text.length()) - 1
        || stem.codePoints().filter(Character::isLetterOrDigit).count() < SHORTEST_PREFIX) {
      throw new QuerySyntaxException(
          "a * stands at the end of a word, after at least "
              + SHORTEST_PREFIX
              + " letters (the limit shortestPrefix)",
          start + star);
    }
    add(Kind.PREFIX, stem, start);
  }

  private boolean isName(int start, int end) {
    return end > start
        && Arrays.stream(input, start, end).allMatch(c -> c < 128 && Character.isLetter(c));
  }

  private static boolean isWordPart(int c) {
    return !isSpace(c) && c != '(' && c != ')' && !QUOTES.containsKey(c);
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isWordless(String text) {
    return text.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private String text(int start, int end) {
    return new String(input, start, end - start);
  }

  private void add(Kind kind, String text, int position) {
    tokens.add(new Token(kind, text, position));
  }
}
