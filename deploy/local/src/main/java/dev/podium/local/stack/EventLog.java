package dev.podium.local.stack;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What happened, for the supervisor's log and for whoever watches. */
final class EventLog {

  private static final int KEPT = 200;

  private final List<StackEvent> events = new ArrayList<>();
  private long next = 1;

  synchronized void add(String text) {
    StackEvent event = new StackEvent(next++, text);
    System.out.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + text);
    events.add(event);
    if (events.size() > KEPT) {
      events.removeFirst();
    }
  }

  synchronized List<StackEvent> all() {
    return List.copyOf(events);
  }
}
