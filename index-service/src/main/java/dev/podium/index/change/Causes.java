package dev.podium.index.change;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.change.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Tells why something changed, from the revisions alone, so that a repeat or a rebuild tells the
 * same.
 *
 * @param lateAfter a capture that is older than this when its briefing is recorded came from an
 *     archive
 * @param oldAfter a briefing that is held longer than this before its first capture was found while
 *     looking back
 */
public record Causes(Duration lateAfter, Duration oldAfter) {

  /**
   * The cause of all changes between two revisions.
   *
   * @param before the present revision before, or null
   * @param moved whether the page was gone and is present now, or the other way round
   * @param after the one that is recorded now
   */
  public Change.Cause of(Briefing before, boolean moved, Briefing after, Instant recordedAt) {
    if (before != null && !moved && sameText(before, after)) {
      return Change.Cause.PARSER;
    }
    Instant fetchedAt = after.revision().fetchedAt();
    boolean late = fetchedAt.plus(lateAfter).isBefore(recordedAt);
    return late || (before == null && old(after)) ? Change.Cause.BACKFILL : Change.Cause.SOURCE;
  }

  private static boolean sameText(Briefing before, Briefing after) {
    String text = after.revision().textSha256();
    return text != null && Objects.equals(before.revision().textSha256(), text);
  }

  // A page without a date cannot be told from news, and news must not be missed.
  private boolean old(Briefing briefing) {
    LocalDate day = briefing.publishedOn() == null ? briefing.date() : briefing.publishedOn();
    return day != null
        && day.atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .plus(oldAfter)
            .isBefore(briefing.revision().fetchedAt());
  }
}
