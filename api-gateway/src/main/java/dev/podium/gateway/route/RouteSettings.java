package dev.podium.gateway.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;

/** Where the services behind the gateway are. */
@ConfigMapping(prefix = "gateway")
public interface RouteSettings {

  /** Address of ingest-service. */
  @WithDefault("http://127.0.0.1:8081")
  URI ingestUrl();

  /** Address of parse-service. */
  @WithDefault("http://127.0.0.1:8082")
  URI parseUrl();

  /** Address of index-service. */
  @WithDefault("http://127.0.0.1:8083")
  URI indexUrl();

  /** How long a connection to a service may take. */
  @WithName("route.connect-timeout")
  @WithDefault("2s")
  Duration connectTimeout();

  /** How long neither side of a routed request may send anything. */
  @WithName("route.idle-timeout")
  @WithDefault("30s")
  Duration idleTimeout();
}
