package dev.podium.local.quarkus;

import dev.podium.local.server.LocalServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Real Kafka for the application under test. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of("kafka.bootstrap.servers", LocalServers.kafka().bootstrapServers());
  }

  @Override
  public void stop() {
    // The server serves every test of the JVM and ends with it.
  }
}
