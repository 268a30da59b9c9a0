package dev.podium.gateway.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The gateway's own database. */
@ConfigMapping(prefix = "gateway.database")
public interface DatabaseSettings {

  /** How long the gateway is ready without its database, by the keys that it knew. */
  @WithDefault("10m")
  Duration grace();
}
