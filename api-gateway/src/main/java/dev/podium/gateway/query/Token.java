package dev.podium.gateway.query;

/**
 * A piece of a search.
 *
 * @param text of a word, phrase or field; otherwise as written
 * @param position of its first code point, from 0
 * @param distance how many words there may be between what is near each other; -1 where nothing is
 */
record Token(Kind kind, String text, int position, int distance) {

  Token(Kind kind, String text, int position) {
    this(kind, text, position, -1);
  }

  enum Kind {
    WORD,
    PREFIX,
    PHRASE,
    FIELD,
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    NEAR,
    END
  }
}
