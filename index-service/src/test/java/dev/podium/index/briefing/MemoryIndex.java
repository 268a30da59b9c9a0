package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.change.Causes;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.document.Briefings;
import dev.podium.index.document.ExchangeDocument;
import dev.podium.index.document.HistoryDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Carries plans out as Elasticsearch does, in memory, through JSON and back. */
public final class MemoryIndex {

  private static final Causes CAUSES = new Causes(Duration.ofDays(3), Duration.ofDays(7));

  final Map<String, BriefingDocument> marks = new TreeMap<>();
  final Map<String, ExchangeDocument> exchanges = new TreeMap<>();
  final Map<String, HistoryDocument> history = new TreeMap<>();
  public final List<Change> changes = new ArrayList<>();
  private final Map<String, Long> versions = new HashMap<>();

  /** Indexes a revision a moment after it was fetched; the changes that it brings. */
  public List<Change> index(Briefing briefing) {
    return index(briefing, briefing.revision().fetchedAt().plusMillis(900));
  }

  public List<Change> index(Briefing briefing, Instant recordedAt) {
    Planner planner =
        new Planner(CAUSES, marks.get(briefing.id()), new Arrival(briefing, recordedAt));
    if (planner.nothingToDo()) {
      return List.of();
    }
    Revisions revisions = new Revisions();
    planner.needed().forEach(version -> add(revisions, briefing.id(), version));
    Plan plan = planner.plan(revisions);
    plan.history()
        .forEach(d -> history.putIfAbsent(d.documentId(), again(d, HistoryDocument.class)));
    plan.exchanges().forEach(document -> put(document, plan.version()));
    changes.addAll(plan.changes());
    marks.put(briefing.id(), again(plan.mark(), BriefingDocument.class));
    return plan.changes();
  }

  private void add(Revisions revisions, String id, long version) {
    HistoryDocument revision = history.get(HistoryDocument.documentId(id, version));
    if (revision != null) {
      revisions.add(
          Briefings.with(
              revision.briefing(),
              revision.exchanges().stream()
                  .map(e -> history.get(HistoryDocument.documentId(e, version)).exchange())
                  .toList()));
    }
  }

  private void put(ExchangeDocument document, long version) {
    assertThat(version)
        .as("external version of %s", document.id())
        .isGreaterThanOrEqualTo(versions.getOrDefault(document.id(), 0L));
    versions.put(document.id(), version);
    exchanges.put(document.id(), document);
  }

  private static <T> T again(T value, Class<T> type) {
    return EventJson.read(EventJson.write(value), type);
  }
}
