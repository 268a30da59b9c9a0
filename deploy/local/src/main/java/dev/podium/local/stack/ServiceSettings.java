package dev.podium.local.stack;

import dev.podium.contracts.topic.Topics;
import dev.podium.local.server.Loopback;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the four services.
 *
 * @param name as the commands call it
 * @param built the folder that the build makes
 * @param run where a copy of it runs, so that a build beside it does no harm
 * @param jvm flags beside those without which a service does not run
 * @param environment its configuration
 */
public record ServiceSettings(
    String name,
    Path built,
    Path run,
    Path log,
    int port,
    List<String> jvm,
    Map<String, String> environment) {

  public ServiceSettings {
    jvm = List.copyOf(jvm);
    environment = Map.copyOf(environment);
  }

  /** What every service is told here: where it listens, where Kafka is, to be brief in its log. */
  public static Map<String, String> environmentOf(int port, String kafka) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", Loopback.HOST);
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
    environment.put("PODIUM_TOPICS_PARTITIONS", Integer.toString(Topics.LOCAL_PARTITIONS));
    environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
    // One arena for all threads: glibc's default of eight per core costs more than it brings here.
    environment.put("MALLOC_ARENA_MAX", "1");
    return environment;
  }
}
