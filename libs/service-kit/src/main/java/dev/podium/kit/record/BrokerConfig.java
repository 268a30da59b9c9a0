package dev.podium.kit.record;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What is configured for Kafka, for a client that we make ourselves. */
public final class BrokerConfig {

  /**
   * Those settings that a kind of client knows; it warns of others.
   *
   * @param known such as {@code ConsumerConfig.configNames()}
   * @return a copy, to be added to
   */
  public static Map<String, Object> of(Map<String, Object> broker, Set<String> known) {
    Map<String, Object> config = new HashMap<>(broker);
    config.keySet().retainAll(known);
    return config;
  }

  private BrokerConfig() {}
}
