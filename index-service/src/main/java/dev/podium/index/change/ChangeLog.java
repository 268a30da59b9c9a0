package dev.podium.index.change;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.identity.ChangeIds;
import dev.podium.kit.diff.Differences;
import dev.podium.kit.diff.WordDiff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes the changes that a new revision brings. */
public final class ChangeLog {

  private final Change.BriefingRef briefing;
  private final Change.Cause cause;
  private final Instant recordedAt;
  private final long fromVersion;
  private final long toVersion;
  private final List<Change> changes = new ArrayList<>();

  /**
   * A log of one revision.
   *
   * @param shown the present revision, which names the briefing
   * @param fromVersion 0 where there was none
   */
  public ChangeLog(
      Briefing shown, Change.Cause cause, Instant recordedAt, long fromVersion, long toVersion) {
    this.briefing =
        new Change.BriefingRef(
            shown.id(),
            shown.url(),
            shown.revision().link(),
            shown.source(),
            shown.organisation(),
            shown.language(),
            shown.title(),
            shown.date(),
            shown.series(),
            shown.spokespersons());
    this.cause = cause;
    this.recordedAt = recordedAt;
    this.fromVersion = fromVersion;
    this.toVersion = toVersion;
  }

  /** The page is gone. */
  public ChangeLog gone() {
    return ofBriefing(Change.Kind.GONE, List.of());
  }

  /** The page is back. */
  public ChangeLog returned() {
    return ofBriefing(Change.Kind.RETURNED, List.of());
  }

  /** The briefing's own corrections, if there are any. */
  public ChangeLog corrected(Briefing before, Briefing after) {
    List<String> paths = Differences.of(before, after);
    return paths.isEmpty() ? this : ofBriefing(Change.Kind.EDITED, paths);
  }

  /**
   * What became of the exchanges.
   *
   * @param past the last text of an exchange that the page had before, by id, or null
   */
  public ChangeLog steps(List<Step> steps, Function<String, Exchange> past) {
    for (Step step : steps) {
      switch (step) {
        case Step.Kept(Exchange before, Exchange after) -> edited(before, after);
        case Step.Reworded(Exchange before, Exchange after) ->
            add(Change.Kind.REWORDED, before, after, Differences.of(before, after));
        case Step.Lost(Exchange before) -> add(Change.Kind.WITHDRAWN, before, null, List.of());
        case Step.Found(Exchange after) -> found(past.apply(after.id()), after);
      }
    }
    return this;
  }

  /** The changes, those of the briefing itself first. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  private void edited(Exchange before, Exchange after) {
    List<String> paths = Differences.of(before, after);
    if (!paths.isEmpty()) {
      add(Change.Kind.EDITED, before, after, paths);
    }
  }

  private void found(Exchange past, Exchange after) {
    if (past == null) {
      add(Change.Kind.ADDED, null, after, List.of());
    } else {
      add(Change.Kind.RESTORED, past, after, Differences.of(past, after));
    }
  }

  private void add(Change.Kind kind, Exchange before, Exchange after, List<String> paths) {
    String id = after == null ? before.id() : after.id();
    String previous = kind == Change.Kind.REWORDED ? before.id() : null;
    changes.add(change(kind, id, id, previous, paths, before, after));
  }

  private ChangeLog ofBriefing(Change.Kind kind, List<String> paths) {
    changes.add(change(kind, briefing.id(), null, null, paths, null, null));
    return this;
  }

  private Change change(
      Change.Kind kind,
      String subject,
      String exchangeId,
      String previousId,
      List<String> paths,
      Exchange before,
      Exchange after) {
    return new Change(
        ChangeIds.of(subject, fromVersion, toVersion, kind),
        kind,
        cause,
        recordedAt,
        briefing,
        exchangeId,
        previousId,
        fromVersion,
        toVersion,
        paths,
        before,
        after,
        WordDiff.of(before, after, briefing.language()));
  }
}
