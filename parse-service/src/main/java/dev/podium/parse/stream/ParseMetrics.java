package dev.podium.parse.stream;

import dev.podium.contracts.briefing.Briefing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Counts what is parsed: pages by dialect and outcome, and how long they take. */
@ApplicationScoped
class ParseMetrics {

  private final MeterRegistry registry;
  private final Timer duration;

  ParseMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.duration =
        Timer.builder("podium.parse.duration")
            .description("Time from a page's bytes to its briefing")
            .publishPercentileHistogram()
            .register(registry);
  }

  Briefing timed(Supplier<Briefing> parsing) {
    Briefing briefing = duration.record(parsing);
    String outcome = briefing.rejection() == null ? "briefing" : briefing.rejection().code();
    registry
        .counter("podium.parse.pages", "outcome", outcome, "dialect", briefing.parser().dialect())
        .increment();
    return briefing;
  }
}
