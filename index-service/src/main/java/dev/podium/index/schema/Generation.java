package dev.podium.index.schema;

/**
 * A set of indices that are filled together, by one consumer group. Readers go through the aliases,
 * so that another generation can be built beside and take over.
 */
public record Generation(int number) {

  /** The index of what is searched. */
  public String exchanges() {
    return Kind.EXCHANGES.alias() + '-' + number;
  }

  /** The index of the commit marks. */
  public String briefings() {
    return Kind.BRIEFINGS.alias() + '-' + number;
  }

  /** The index of all revisions. */
  public String history() {
    return Kind.HISTORY.alias() + '-' + number;
  }

  /** The index of a kind. */
  public String index(Kind kind) {
    return kind.alias() + '-' + number;
  }
}
