package dev.podium.index.schema;

import java.util.Locale;

/** The kinds of indices that a generation has. */
public enum Kind {
  BRIEFINGS,
  EXCHANGES,
  HISTORY;

  /** What readers call it; the name of its definition too. */
  public String alias() {
    return name().toLowerCase(Locale.ROOT);
  }
}
