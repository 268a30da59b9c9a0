package dev.podium.index.schema;

/**
 * A set of indices that are filled together, by one consumer group. Readers go through the aliases,
 * so that another generation can be built beside and take over. Whoever fills it names it by an
 * alias too: a write to one that is not there fails, where a write to an index that is not there
 * would make one of any shape.
 */
public record Generation(int number) {

  /** Where to write and get what is searched. */
  public String exchanges() {
    return own(Kind.EXCHANGES);
  }

  /** Where to write and get the commit marks. */
  public String briefings() {
    return own(Kind.BRIEFINGS);
  }

  /** Where to write and get all revisions. */
  public String history() {
    return own(Kind.HISTORY);
  }

  /** The index of a kind. */
  String index(Kind kind) {
    return kind.alias() + '-' + number;
  }

  /** The alias that an index has from its making, whether readers see it or not. */
  String own(Kind kind) {
    return index(kind) + "-own";
  }
}
