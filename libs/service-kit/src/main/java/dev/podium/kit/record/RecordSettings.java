package dev.podium.kit.record;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How records that fail for now are tried again. */
@ConfigMapping(prefix = "podium.records")
public interface RecordSettings {

  /** The first wait before a record is tried again. */
  @WithDefault("200ms")
  Duration firstBackoff();

  /** How long a record that is published may wait for others to share its batch. */
  @WithDefault("5ms")
  Duration linger();

  /** The longest wait before a record is tried again. */
  @WithDefault("10s")
  Duration longestBackoff();

  /** After how many failures in a row the service says that it is not ready, and why. */
  @WithDefault("3")
  @Min(1) int failuresUntilPaused();
}
