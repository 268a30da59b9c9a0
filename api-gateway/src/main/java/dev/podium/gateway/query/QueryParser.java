package dev.podium.gateway.query;

import dev.podium.gateway.query.QueryNode.Field;
import dev.podium.gateway.query.QueryNode.Form;
import dev.podium.gateway.query.QueryNode.Term;
import dev.podium.gateway.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the search language: words, all of which must be there, "phrases", {@code AND}, {@code OR},
 * {@code NOT} or a leading minus, parentheses, a field before a colon, {@code prefix*}, {@code one
 * NEAR/5 other} and {@code "some words"~5}.
 *
 * <p>{@code OR} binds weakest. It is strict: what cannot be read is an error with its place, never
 * a search for something else.
 */
public final class QueryParser {

  /** The longest search, in code points. */
  public static final int MAX_LENGTH = 1000;

  static final int MAX_TERMS = 32;
  static final int MAX_WORDS = 200;
  static final int MAX_DEPTH = 16;

  private final List<Token> tokens;
  private int at;
  private int depth;
  private int terms;
  private int words;

  private QueryParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a search.
   *
   * @throws QuerySyntaxException if it cannot be read
   */
  public static QueryNode parse(String query) throws QuerySyntaxException {
    int length = query.codePointCount(0, query.length());
    if (length > MAX_LENGTH) {
      throw new QuerySyntaxException(
          "it has " + length + " characters; the limit queryLength is " + MAX_LENGTH, MAX_LENGTH);
    }
    QueryParser parser = new QueryParser(Lexer.tokens(query));
    if (parser.peek().kind() == Kind.END) {
      throw new QuerySyntaxException("it holds no word", 0);
    }
    QueryNode node = parser.or(Field.TEXT);
    if (parser.peek().kind() != Kind.END) {
      throw new QuerySyntaxException("this parenthesis closes none", parser.peek().position());
    }
    return node;
  }

  private QueryNode or(Field field) throws QuerySyntaxException {
    List<QueryNode> nodes = new ArrayList<>(List.of(and(field)));
    while (takes(Kind.OR)) {
      nodes.add(and(field));
    }
    return nodes.size() == 1 ? nodes.getFirst() : new QueryNode.Or(nodes);
  }

  private QueryNode and(Field field) throws QuerySyntaxException {
    List<QueryNode> nodes = new ArrayList<>(List.of(not(field)));
    while (takes(Kind.AND) || beginsNode(peek().kind())) {
      nodes.add(not(field));
    }
    return nodes.size() == 1 ? nodes.getFirst() : new QueryNode.And(nodes);
  }

  private static boolean beginsNode(Kind kind) {
    return switch (kind) {
      case WORD, PREFIX, PHRASE, FIELD, OPEN, NOT -> true;
      case CLOSE, AND, OR, NEAR, END -> false;
    };
  }

  private QueryNode not(Field field) throws QuerySyntaxException {
    boolean negated = false;
    while (takes(Kind.NOT)) {
      negated = !negated;
    }
    QueryNode node = near(field);
    return negated ? new QueryNode.Not(node) : node;
  }

  private QueryNode near(Field field) throws QuerySyntaxException {
    int start = peek().position();
    QueryNode node = primary(field);
    if (peek().kind() != Kind.NEAR) {
      return node;
    }
    Token near = tokens.get(at++);
    int other = peek().position();
    List<Term> one = Nearness.side(node, start);
    List<Term> two = Nearness.side(primary(field), other);
    if (peek().kind() == Kind.NEAR) {
      throw new QuerySyntaxException(
          "NEAR stands between two; join this one by AND", peek().position());
    }
    return Nearness.of(List.of(one, two), near.distance(), near.position());
  }

  private QueryNode primary(Field field) throws QuerySyntaxException {
    Token token = tokens.get(at++);
    return switch (token.kind()) {
      case WORD -> term(field, Form.WORD, token);
      case PREFIX -> term(field, Form.PREFIX, token);
      case PHRASE -> phrase(field, token);
      case FIELD -> inField(token, field);
      case OPEN -> group(field, token);
      case CLOSE -> throw expected("before this parenthesis", token);
      case AND, OR, NOT, NEAR -> throw expected("before this " + token.text(), token);
      case END -> throw expected("at the end", token);
    };
  }

  private static QuerySyntaxException expected(String where, Token token) {
    return new QuerySyntaxException("a word is missing " + where, token.position());
  }

  private QueryNode inField(Token token, Field outer) throws QuerySyntaxException {
    if (outer != Field.TEXT) {
      throw new QuerySyntaxException("a field stands inside of another one", token.position());
    }
    return switch (peek().kind()) {
      case WORD, PREFIX, PHRASE, OPEN -> primary(Lexer.field(token.text()));
      case FIELD, CLOSE, AND, OR, NOT, NEAR, END ->
          throw new QuerySyntaxException(
              "a word, a quotation or a parenthesis must follow '" + token.text() + ":'",
              peek().position());
    };
  }

  private QueryNode group(Field field, Token open) throws QuerySyntaxException {
    if (++depth > MAX_DEPTH) {
      throw new QuerySyntaxException(
          "parentheses are nested deeper than the limit queryDepth, " + MAX_DEPTH, open.position());
    }
    QueryNode node = or(field);
    if (!takes(Kind.CLOSE)) {
      throw new QuerySyntaxException("this parenthesis is not closed", open.position());
    }
    depth--;
    return node;
  }

  private QueryNode phrase(Field field, Token token) throws QuerySyntaxException {
    if (token.distance() < 0) {
      return term(field, Form.PHRASE, token);
    }
    List<List<Term>> sides = new ArrayList<>();
    for (String word : Words.parts(token.text())) {
      sides.add(List.of(term(field, Form.PHRASE, word, token.position())));
    }
    if (sides.size() < 2) {
      throw new QuerySyntaxException(
          "one word alone is near nothing; a quotation before ~ holds several", token.position());
    }
    return Nearness.of(sides, token.distance(), token.position());
  }

  private Term term(Field field, Form form, Token token) throws QuerySyntaxException {
    return term(field, form, token.text(), token.position());
  }

  private Term term(Field field, Form form, String text, int position) throws QuerySyntaxException {
    if (++terms > MAX_TERMS) {
      throw new QuerySyntaxException(
          "it has more words and phrases than the limit queryTerms, " + MAX_TERMS, position);
    }
    words += Words.count(text);
    if (words > MAX_WORDS) {
      throw new QuerySyntaxException(
          "it has more words, counting each character of Chinese, Japanese and Korean, than the"
              + " limit queryWords, "
              + MAX_WORDS,
          position);
    }
    return new Term(field, form, text);
  }

  private boolean takes(Kind kind) {
    boolean there = peek().kind() == kind;
    if (there) {
      at++;
    }
    return there;
  }

  private Token peek() {
    return tokens.get(at);
  }
}
