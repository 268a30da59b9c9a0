package dev.podium.index.briefing;

import dev.podium.contracts.briefing.Erased;
import dev.podium.index.change.Causes;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.document.ExchangeDocument;
import dev.podium.index.document.HistoryDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * What a briefing would be had an exchange never been said: derived anew from all its revisions,
 * without the exchange, as if they came now one after the other.
 *
 * @param mark null where no revision counts
 */
record Rederivation(
    List<HistoryDocument> history, List<ExchangeDocument> exchanges, BriefingDocument mark) {

  /** Of changes, which nobody is told again. */
  private static final Causes ANY = new Causes(Duration.ZERO, Duration.ZERO);

  /**
   * Derives.
   *
   * @param revisions the oldest first
   * @param counts whether a version is one of the briefing's; of others there is but the history
   */
  static Rederivation of(List<Arrival> revisions, LongPredicate counts, List<Erased> erased) {
    List<HistoryDocument> history = new ArrayList<>();
    Map<String, ExchangeDocument> exchanges = new LinkedHashMap<>();
    Revisions known = new Revisions();
    BriefingDocument mark = null;
    for (Arrival revision : revisions) {
      Arrival left = revision.without(erased);
      history.addAll(HistoryDocument.of(left.briefing(), left.recordedAt()));
      if (counts.test(left.briefing().version())) {
        Plan plan = new Planner(ANY, mark, left).plan(known);
        plan.exchanges().forEach(document -> exchanges.put(document.id(), document));
        mark = plan.mark();
      }
    }
    return new Rederivation(history, List.copyOf(exchanges.values()), mark);
  }
}
