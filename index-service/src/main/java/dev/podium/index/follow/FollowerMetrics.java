package dev.podium.index.follow;

import dev.podium.index.schema.GenerationState;
import dev.podium.index.schema.Generations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;

/** Measures each generation that is followed. */
@ApplicationScoped
class FollowerMetrics {

  private static final String GENERATION = "generation";

  private final MeterRegistry registry;
  private final Map<Integer, List<Meter>> meters = new ConcurrentHashMap<>();
  private volatile int serving;

  FollowerMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void serving(Generations known) {
    serving = known.serving().map(GenerationState::number).orElse(0);
  }

  void begin(int number, GenerationFollower follower) {
    String tag = Integer.toString(number);
    meters.put(
        number,
        List.of(
            Gauge.builder("podium.index.generation.lag", follower, GenerationFollower::lag)
                .tag(GENERATION, tag)
                .register(registry),
            Gauge.builder("podium.index.generation.serving", this, m -> m.serving == number ? 1 : 0)
                .tag(GENERATION, tag)
                .register(registry)));
  }

  /** Measures a consumer of a generation until it is closed. */
  KafkaClientMetrics of(int number, Consumer<?, ?> consumer) {
    KafkaClientMetrics measured =
        new KafkaClientMetrics(consumer, List.of(Tag.of(GENERATION, Integer.toString(number))));
    measured.bindTo(registry);
    return measured;
  }

  void end(int number) {
    meters.remove(number).forEach(registry::remove);
  }
}
