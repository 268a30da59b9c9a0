package dev.podium.gateway.key;

import dev.podium.kit.problem.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notes which keys are in use: all of a few minutes at once, so that a request costs nothing. */
@ApplicationScoped
class KeyUse {

  private final Keys keys;
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  KeyUse(Keys keys) {
    this.keys = keys;
  }

  void note(String id) {
    used.add(id);
  }

  @Scheduled(every = "2m", delayed = "2m")
  void write() {
    Set<String> now = Set.copyOf(used);
    if (now.isEmpty()) {
      return;
    }
    try {
      keys.used(now, Instant.now());
      used.removeAll(now);
    } catch (ProblemException e) {
      // Away: the next time tells of these too.
    }
  }

  void stop(@Observes ShutdownEvent event) {
    write();
  }
}
