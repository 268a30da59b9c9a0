package dev.podium.index.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.change.Change;
import dev.podium.index.change.Causes;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.schema.Generation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the changes of one briefing again, revision by revision in the order in which they came, as
 * when they were indexed; nothing is written.
 */
final class Retelling {

  private static final int TOGETHER = 20;

  private final Generation generation;
  private final StoredBriefings stored;
  private final Causes causes;
  private BriefingDocument mark;
  private PastPlace last;
  private List<Change> changes = List.of();

  Retelling(Generation generation, StoredBriefings stored, Causes causes) {
    this.generation = generation;
    this.stored = stored;
    this.causes = causes;
  }

  /** The last revision that was told, or null. */
  PastPlace last() {
    return last;
  }

  /** What the last of these revisions changed. */
  List<Change> tell(List<PastPlace> revisions) {
    for (int from = 0; from < revisions.size(); from += TOGETHER) {
      List<PastPlace> some = revisions.subList(from, Math.min(revisions.size(), from + TOGETHER));
      Set<Long> versions = some.stream().map(PastPlace::version).collect(Collectors.toSet());
      Revisions texts = stored(some.getFirst().briefingId(), versions);
      some.forEach(one -> tell(one, texts));
    }
    return changes;
  }

  private Revisions stored(String briefingId, Set<Long> versions) {
    return stored.revisions(generation, Map.of(briefingId, versions)).get(briefingId);
  }

  private void tell(PastPlace revision, Revisions texts) {
    last = revision;
    changes = List.of();
    try {
      Briefing briefing = texts.get(revision.version());
      Planner planner = new Planner(causes, mark, new Arrival(briefing, revision.recordedAt()));
      if (!planner.nothingToDo()) {
        Plan plan = planner.plan(stored(revision.briefingId(), planner.needed()));
        mark = plan.mark();
        changes = plan.changes();
      }
    } catch (Revisions.MissingHistoryException e) {
      // Erased meanwhile: there is nothing to tell of it any more.
      changes = List.of();
    }
  }
}
