package dev.podium.gateway.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted of the streams. */
@ApplicationScoped
class StreamMetrics {

  private final AtomicInteger clients;
  private final Counter events;
  private final Counter resets;
  private final Counter stalled;

  StreamMetrics(MeterRegistry registry) {
    clients = registry.gauge("podium.gateway.stream.clients", new AtomicInteger());
    events = registry.counter("podium.gateway.stream.events");
    resets = registry.counter("podium.gateway.stream.resets");
    stalled = registry.counter("podium.gateway.stream.stalled");
  }

  /** Takes one of so many places, if there is one left. */
  boolean enter(int most) {
    if (clients.incrementAndGet() > most) {
      clients.decrementAndGet();
      return false;
    }
    return true;
  }

  void leave() {
    clients.decrementAndGet();
  }

  void event() {
    events.increment();
  }

  void reset() {
    resets.increment();
  }

  void stalled() {
    stalled.increment();
  }
}
