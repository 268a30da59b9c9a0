package dev.podium.gateway.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How changes are pushed to those who listen. */
@ConfigMapping(prefix = "gateway.stream")
public interface StreamSettings {

  /** How many streams an instance serves at once. */
  @WithDefault("2000")
  @Min(1) int clients();

  /** How often a stream says how far it is, whether anything in it was wanted or not. */
  @WithDefault("15s")
  Duration heartbeat();

  /** A client that takes nothing for so long is cut off; it can go on from where it was. */
  @WithDefault("60s")
  Duration stalledAfter();
}
