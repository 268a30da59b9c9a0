package dev.podium.gateway.change;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How the topic of changes is read. */
@ConfigMapping(prefix = "gateway.changes")
public interface ChangeSettings {

  /** How much of the newest changes is kept in memory, for all who follow them. */
  @WithDefault("24M")
  MemorySize newest();

  /** How much of older changes is kept in memory, for those who have to catch up. */
  @WithDefault("16M")
  MemorySize older();

  /** How many reads of older changes may be under way at once. */
  @WithDefault("2")
  @Min(1) int readers();
}
