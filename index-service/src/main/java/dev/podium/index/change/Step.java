package dev.podium.index.change;

import dev.podium.contracts.briefing.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of one exchange from a revision to the next. */
public sealed interface Step {

  /** It has the same id in both. */
  record Kept(Exchange before, Exchange after) implements Step {}

  /** It is there in other words, under a new id. */
  record Reworded(Exchange before, Exchange after) implements Step {}

  /** It is there no more. */
  record Lost(Exchange before) implements Step {}

  /** It was not there. */
  record Found(Exchange after) implements Step {}

  /** All steps: those of the later revision in reading order, then what it lost. */
  static List<Step> between(List<Exchange> before, List<Exchange> after) {
    Map<String, Exchange> known = new HashMap<>();
    before.forEach(exchange -> known.put(exchange.id(), exchange));
    List<Exchange> found = after.stream().filter(e -> !known.containsKey(e.id())).toList();
    List<Exchange> lost = missing(before, after);
    Map<String, Exchange> reworded = Rewordings.find(lost, found);

    List<Step> steps = new ArrayList<>(after.size() + lost.size());
    for (Exchange exchange : after) {
      steps.add(step(exchange, known.get(exchange.id()), reworded.get(exchange.id())));
    }
    Set<Exchange> stillThere = new HashSet<>(reworded.values());
    lost.stream().filter(e -> !stillThere.contains(e)).map(Lost::new).forEach(steps::add);
    return steps;
  }

  private static Step step(Exchange after, Exchange same, Exchange reworded) {
    if (same != null) {
      return new Kept(same, after);
    }
    return reworded == null ? new Found(after) : new Reworded(reworded, after);
  }

  private static List<Exchange> missing(List<Exchange> before, List<Exchange> after) {
    Set<String> there = new HashSet<>();
    after.forEach(exchange -> there.add(exchange.id()));
    return before.stream().filter(exchange -> !there.contains(exchange.id())).toList();
  }
}
