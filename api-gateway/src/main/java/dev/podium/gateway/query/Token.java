package dev.podium.gateway.query;

/**
 * A piece of a search.
 *
 * @param text of a word, phrase or field; otherwise as written
 * @param position of its first code point, from 0
 */
record Token(Kind kind, String text, int position) {

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
    END
  }
}
