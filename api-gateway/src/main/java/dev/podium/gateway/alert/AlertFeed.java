package dev.podium.gateway.alert;

import dev.podium.gateway.change.ChangeGroup;
import dev.podium.gateway.change.ChangeRecord;
import dev.podium.gateway.erasure.ErasedQuotations;
import dev.podium.gateway.loop.Setbacks;
import dev.podium.kit.drain.Drain;
import dev.podium.kit.record.Backoff;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Reads changes as a member of one group over all instances, has each matched, and takes away what
 * quotes something that was erased.
 */
@ApplicationScoped
class AlertFeed {

  private static final Logger LOG = Logger.getLogger(AlertFeed.class);
  private static final String GROUP = "gateway-alerts";
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

  private final ChangeGroup.Factory groups;
  private final AlertMatcher matcher;
  private final ErasedQuotations quotations;
  private final Drain drain;

  AlertFeed(
      ChangeGroup.Factory groups, AlertMatcher matcher, ErasedQuotations quotations, Drain drain) {
    this.groups = groups;
    this.matcher = matcher;
    this.quotations = quotations;
    this.drain = drain;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().daemon().name("alerts").start(this::run);
  }

  private void run() {
    Setbacks setbacks = new Setbacks(LOG, "the search for alerts", BACKOFF, drain);
    while (!drain.started()) {
      try (ChangeGroup group = groups.join(GROUP)) {
        while (!drain.started()) {
          step(group, setbacks);
        }
      } catch (RuntimeException e) {
        setbacks.after(e);
      }
    }
  }

  private void step(ChangeGroup group, Setbacks setbacks) {
    List<ChangeRecord> changes = group.poll();
    try {
      matcher.match(changes);
      quotations.erase(
          changes.stream()
              .flatMap(change -> change.facts().erased().stream())
              .collect(Collectors.toSet()));
      group.done();
      setbacks.over();
    } catch (KafkaException e) {
      // The membership is to be made anew.
      throw e;
    } catch (RuntimeException e) {
      group.again();
      setbacks.after(e);
    }
  }
}
