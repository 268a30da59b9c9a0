package dev.podium.gateway.report;

import dev.podium.kit.problem.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** How many reports wait for somebody. */
@ApplicationScoped
class ReportMetrics {

  private static final long FRESH = Duration.ofSeconds(30).toNanos();

  private final Reports reports;
  private final MeterRegistry registry;
  private double open = Double.NaN;
  private long counted = System.nanoTime() - FRESH;

  ReportMetrics(Reports reports, MeterRegistry registry) {
    this.reports = reports;
    this.registry = registry;
  }

  void register(@Observes StartupEvent event) {
    Gauge.builder("podium.gateway.reports.open", this, ReportMetrics::open).register(registry);
  }

  // However often it is asked, the database is asked seldom; not a number while that is away.
  private synchronized double open() {
    if (System.nanoTime() - counted >= FRESH) {
      counted = System.nanoTime();
      try {
        open = reports.open();
      } catch (ProblemException e) {
        open = Double.NaN;
      }
    }
    return open;
  }
}
