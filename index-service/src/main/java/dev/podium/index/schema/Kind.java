package dev.podium.index.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of indices that a generation has. */
public enum Kind {
  BRIEFINGS,
  EXCHANGES,
  HISTORY;

  /** What readers call it; the name of its definition too. */
  public String alias() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of an alias; empty if it is of none. */
  static Optional<Kind> ofAlias(String alias) {
    return Arrays.stream(values()).filter(kind -> kind.alias().equals(alias)).findFirst();
  }
}
