package dev.podium.index.rebuild;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Searches on and on through the aliases, and notes what a reader must never see. */
final class Reader implements AutoCloseable {

  private static final List<String> ALIASES = List.of("briefings", "exchanges", "history");

  private final Instances instances;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, Long> most = new HashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final AtomicInteger searches = new AtomicInteger();

  Reader(Instances instances) {
    this.instances = instances;
    var unused = thread.scheduleWithFixedDelay(this::look, 0, 20, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      ALIASES.forEach(this::look);
    } catch (AssertionError e) {
      complaints.add(e.toString());
    }
  }

  private void look(String alias) {
    Instances.Answer answer =
        instances.elasticsearch(
            "POST", '/' + alias + "/_search", "{\"size\":1,\"track_total_hits\":true}");
    searches.incrementAndGet();
    long found = answer.json().at("/hits/total/value").asLong(-1);
    long before = most.merge(alias, found, Math::max);
    if (answer.status() != 200 || found < before) {
      complaints.add(alias + ": " + answer.status() + ", " + found + " after " + before);
    }
  }

  /** Searches that failed, or found less than one before. */
  List<String> complaints() {
    return complaints;
  }

  int searches() {
    return searches.get();
  }

  @Override
  public void close() {
    thread.close();
  }
}
