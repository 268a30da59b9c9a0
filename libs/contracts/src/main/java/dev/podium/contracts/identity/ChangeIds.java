package dev.podium.contracts.identity;

import dev.podium.contracts.change.Change;

/** Ids of changes: the same change has the same id however often it is found. */
public final class ChangeIds {

  /**
   * The id of a change.
   *
   * @param subjectId of the exchange, or of the briefing where the change is its own
   */
  public static String of(String subjectId, long fromVersion, long toVersion, Change.Kind kind) {
    return Base32Hash.of(
        subjectId, Long.toString(fromVersion), Long.toString(toVersion), kind.code());
  }

  private ChangeIds() {}
}
