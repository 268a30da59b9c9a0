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

/**
 * What a briefing would be had an exchange never been said: derived anew from all its revisions,
 * without the exchange, as if they came now one after the other.
 *
 * @param mark null where there is no revision
 */
record Rederivation(
    List<HistoryDocument> history, List<ExchangeDocument> exchanges, BriefingDocument mark) {

  /** Of changes, which nobody is told again. */
  private static final Causes ANY = new Causes(Duration.ZERO, Duration.ZERO);

  /**
   * Derives.
   *
   * @param revisions the oldest first
   */
  static Rederivation of(List<Arrival> revisions, List<Erased> erased) {
    List<HistoryDocument> history = new ArrayList<>();
    Map<String, ExchangeDocument> exchanges = new LinkedHashMap<>();
    Revisions known = new Revisions();
    BriefingDocument mark = null;
    for (Arrival revision : revisions) {
      Plan plan = new Planner(ANY, mark, revision.without(erased)).plan(known);
      history.addAll(plan.history());
      plan.exchanges().forEach(document -> exchanges.put(document.id(), document));
      mark = plan.mark();
    }
    return new Rederivation(history, List.copyOf(exchanges.values()), mark);
  }
}
