package dev.podium.gateway.query;

import java.util.List;

/** A search as a tree. */
public sealed interface QueryNode {

  /** What a leaf searches in. */
  record Term(Field field, Form form, String text) implements QueryNode {}

  /** All of them. */
  record And(List<QueryNode> nodes) implements QueryNode {
    public And {
      nodes = List.copyOf(nodes);
    }
  }

  /** Any of them. */
  record Or(List<QueryNode> nodes) implements QueryNode {
    public Or {
      nodes = List.copyOf(nodes);
    }
  }

  /** All but it. */
  record Not(QueryNode node) implements QueryNode {}

  /**
   * Terms of one field that stand near each other, in any order; neither {@code ASKER} nor {@code
   * SPOKESPERSON}, which hold names and no text.
   *
   * @param sides at least two, each of them any of its terms
   * @param distance how many other words there may be between them all
   */
  record Near(List<List<Term>> sides, int distance) implements QueryNode {
    public Near {
      sides = sides.stream().map(List::copyOf).toList();
    }
  }

  /** How a leaf's text is meant. */
  enum Form {
    /** In any of its inflected forms. */
    WORD,
    /** These words in this order, as written. */
    PHRASE,
    /** Any word that begins so. */
    PREFIX
  }

  /** Where a leaf's text is looked for. */
  enum Field {
    TEXT("text"),
    QUESTION("question"),
    ANSWER("answer"),
    ASKER("asker"),
    SPOKESPERSON("spokesperson");

    private final String code;

    Field(String code) {
      this.code = code;
    }

    /** The word before the colon. */
    public String code() {
      return code;
    }
  }
}
