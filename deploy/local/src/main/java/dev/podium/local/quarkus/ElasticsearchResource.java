package dev.podium.local.quarkus;

import dev.podium.local.server.LocalServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Real Elasticsearch for the application under test. */
public final class ElasticsearchResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of("quarkus.elasticsearch.hosts", LocalServers.elasticsearch().address());
  }

  @Override
  public void stop() {
    // The server serves every test of the JVM and ends with it.
  }
}
