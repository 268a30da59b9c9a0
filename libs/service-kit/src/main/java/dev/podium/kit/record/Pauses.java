package dev.podium.kit.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The partitions that wait for something to work again, and why: part of {@code ready}. */
@Readiness
@Default
@ApplicationScoped
public class Pauses implements HealthCheck {

  private final Map<Place, String> reasons = new ConcurrentHashMap<>();

  /**
   * Where records wait.
   *
   * @param work of the several that read one topic; null where there is one
   * @param batch of the several that are in hand
   */
  private record Place(String work, Object batch, TopicPartition partition) {
    @Override
    public String toString() {
      return work == null ? partition.toString() : partition + " of " + work;
    }
  }

  void pause(
      String work,
      Object batch,
      Collection<ConsumerRecord<String, byte[]>> records,
      String reason) {
    for (ConsumerRecord<String, byte[]> waiting : records) {
      TopicPartition partition = new TopicPartition(waiting.topic(), waiting.partition());
      reasons.put(new Place(work, batch, partition), reason);
    }
  }

  void resume(String work, Object batch, Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> reasons.remove(new Place(work, batch, partition)));
  }

  /** Why records wait, by partition; empty when none does. */
  public Map<String, String> reasons() {
    return reasons.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().toString(), Map.Entry::getValue, (a, b) -> a));
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("records").status(reasons.isEmpty());
    reasons().forEach(response::withData);
    return response.build();
  }
}
