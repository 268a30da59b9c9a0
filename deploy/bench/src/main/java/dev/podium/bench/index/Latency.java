package dev.podium.bench.index;

import dev.podium.contracts.briefing.Briefing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * From publishing to the first search that finds the briefing, at a steady rate.
 *
 * @param millis one for each briefing, in ascending order
 */
record Latency(List<Long> millis) {

  private static final Duration LOOK = Duration.ofMillis(20);

  static Latency measure(
      Publisher publisher, Elasticsearch elasticsearch, List<Briefing> briefings, int perSecond) {
    Map<String, Long> pending = new HashMap<>();
    List<Long> millis = new ArrayList<>();
    long start = System.nanoTime();
    int sent = 0;
    while (sent < briefings.size() || !pending.isEmpty()) {
      long due = (System.nanoTime() - start) * perSecond / 1_000_000_000;
      for (; sent < Math.min(briefings.size(), due); sent++) {
        pending.put(briefings.get(sent).id(), System.nanoTime());
        publisher.send(briefings.get(sent));
      }
      if (!pending.isEmpty()) {
        for (String id : elasticsearch.seen(pending.keySet())) {
          millis.add((System.nanoTime() - pending.remove(id)) / 1_000_000);
        }
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return new Latency(millis.stream().sorted().toList());
  }

  /** So many parts of a hundred took no longer. */
  long percentile(int percent) {
    return millis.get(Math.min(millis.size() - 1, millis.size() * percent / 100));
  }
}
