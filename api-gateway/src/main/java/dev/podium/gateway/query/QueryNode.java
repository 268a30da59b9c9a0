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
