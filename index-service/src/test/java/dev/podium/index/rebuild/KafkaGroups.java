package dev.podium.index.rebuild;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;

/** Asks Kafka beside the service. */
final class KafkaGroups {

  /** The ids of all groups. */
  static Set<String> of(String servers) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      return admin.listGroups().all().get().stream()
          .map(GroupListing::groupId)
          .collect(Collectors.toSet());
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private KafkaGroups() {}
}
