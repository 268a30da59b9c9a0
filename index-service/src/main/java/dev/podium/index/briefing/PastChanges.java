package dev.podium.index.briefing;

import dev.podium.contracts.change.Change;
import dev.podium.index.change.Causes;
import dev.podium.index.change.ChangeSettings;
import dev.podium.index.schema.Generation;
import dev.podium.index.schema.GenerationState;
import dev.podium.index.schema.Schema;
import dev.podium.index.schema.SchemaException;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds past changes again, from the history alone. They are what was published when the revisions
 * came, with the same ids, for as long as the history knows the order in which they came.
 */
@ApplicationScoped
class PastChanges {

  /** So many revisions are told in one answer at most. */
  private static final int REVISIONS = 20;

  private final Schema schema;
  private final PastRevisions revisions;
  private final StoredBriefings stored;
  private final Causes causes;

  PastChanges(
      Schema schema, PastRevisions revisions, StoredBriefings stored, ChangeSettings settings) {
    this.schema = schema;
    this.revisions = revisions;
    this.stored = stored;
    this.causes = new Causes(settings.lateAfter(), settings.oldAfter());
  }

  /**
   * A page of changes.
   *
   * @param next the cursor of the page behind it, or null if there is none
   */
  record Page(List<Change> changes, String next) {}

  /**
   * The changes that were recorded in a time, in that order.
   *
   * @param until exclusive
   * @param after where the page before ended, or null
   * @throws ProblemException with 503 if Elasticsearch does not tell
   */
  Page find(Instant since, Instant until, PastPlace after, int size) {
    try {
      return find(serving(), since, until, after, size);
    } catch (SchemaException | StoredBriefings.UnreadableException e) {
      throw ProblemException.unavailable("history-unavailable", e.getMessage());
    }
  }

  private Generation serving() {
    return schema
        .current()
        .flatMap(known -> known.serving())
        .map(GenerationState::generation)
        .orElseThrow(
            () ->
                ProblemException.unavailable(
                    "history-unavailable", String.valueOf(schema.missing())));
  }

  private Page find(
      Generation generation, Instant since, Instant until, PastPlace after, int size) {
    List<PastPlace> places = new ArrayList<>();
    if (after != null && after.told() < PastPlace.ALL) {
      places.add(after);
    }
    List<PastPlace> more = revisions.recorded(generation, since, until, after, REVISIONS);
    places.addAll(more);
    Map<String, Retelling> briefings = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    for (PastPlace place : places) {
      List<Change> own = tell(generation, briefings, place);
      int from = place.told() == PastPlace.ALL ? 0 : Math.min(place.told(), own.size());
      int to = Math.min(own.size(), from + size - changes.size());
      changes.addAll(own.subList(from, to));
      if (to < own.size()) {
        return new Page(changes, place.told(to).cursor());
      }
    }
    boolean last = more.size() < REVISIONS;
    return new Page(changes, last ? null : places.getLast().told(PastPlace.ALL).cursor());
  }

  private List<Change> tell(
      Generation generation, Map<String, Retelling> briefings, PastPlace place) {
    Retelling briefing =
        briefings.computeIfAbsent(
            place.briefingId(), id -> new Retelling(generation, stored, causes));
    List<PastPlace> all = revisions.upTo(generation, place);
    PastPlace last = briefing.last();
    return briefing.tell(last == null ? all : all.subList(indexBehind(all, last), all.size()));
  }

  private static int indexBehind(List<PastPlace> all, PastPlace last) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).version() == last.version()) {
        return i + 1;
      }
    }
    return 0;
  }
}
