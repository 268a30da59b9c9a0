package dev.podium.index.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.index.change.Step;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.document.ExchangeEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The exchanges that a page has or had. Whatever the order in which revisions come, the ledger ends
 * the same.
 */
final class Ledger {

  private final Map<String, ExchangeEntry> entries = new LinkedHashMap<>();

  /** Of what is known, null being nothing. */
  Ledger(BriefingDocument mark) {
    if (mark != null) {
      mark.exchanges().forEach(entry -> entries.put(entry.id(), entry));
    }
  }

  /** The entry of an exchange, or null. */
  ExchangeEntry get(String id) {
    return entries.get(id);
  }

  /**
   * A revision that no present one follows.
   *
   * @param steps from the present revision before it
   */
  void append(List<Step> steps, Long before, long version) {
    steps.forEach(step -> append(step, before, version));
  }

  private void append(Step step, Long before, long version) {
    switch (step) {
      case Step.Kept(Exchange was, Exchange is) -> put(ExchangeEntry.live(is.id(), version));
      case Step.Found(Exchange is) -> put(ExchangeEntry.live(is.id(), version));
      case Step.Lost(Exchange was) -> put(ExchangeEntry.past(was.id(), before, version, null));
      case Step.Reworded(Exchange was, Exchange is) -> {
        put(ExchangeEntry.past(was.id(), before, version, is.id()));
        put(ExchangeEntry.live(is.id(), version));
      }
    }
  }

  /**
   * A revision that came late: it ends what ended with the one before it, and what only it has ends
   * with the one after it.
   *
   * @param before the present revision before it, or null
   * @param after the present revision after it
   */
  void insert(Briefing before, Briefing revision, Briefing after) {
    if (before != null) {
      endings(before, revision).values().stream()
          .filter(end -> entries.get(end.id()).version() == before.version())
          .forEach(this::put);
    }
    Map<String, ExchangeEntry> endings = endings(revision, after);
    for (Exchange exchange : revision.exchanges()) {
      ExchangeEntry known = entries.get(exchange.id());
      ExchangeEntry end = endings.get(exchange.id());
      if (end != null && (known == null || known.version() < revision.version())) {
        put(end);
      }
    }
  }

  /** All entries: the live ones in reading order, then the others, the latest first. */
  List<ExchangeEntry> entries(Briefing shown) {
    List<ExchangeEntry> ordered = new ArrayList<>(entries.size());
    for (Exchange exchange : shown.exchanges()) {
      ordered.add(entries.get(exchange.id()));
    }
    entries.values().stream()
        .filter(entry -> !entry.live())
        .sorted(
            Comparator.comparingLong(ExchangeEntry::version)
                .reversed()
                .thenComparing(ExchangeEntry::id))
        .forEach(ordered::add);
    return ordered;
  }

  private void put(ExchangeEntry entry) {
    entries.put(entry.id(), entry);
  }

  private static Map<String, ExchangeEntry> endings(Briefing from, Briefing to) {
    Ledger step = new Ledger(null);
    step.append(Step.between(from.exchanges(), to.exchanges()), from.version(), to.version());
    Map<String, ExchangeEntry> endings = new HashMap<>();
    step.entries.values().stream()
        .filter(entry -> !entry.live())
        .forEach(entry -> endings.put(entry.id(), entry));
    return endings;
  }
}
