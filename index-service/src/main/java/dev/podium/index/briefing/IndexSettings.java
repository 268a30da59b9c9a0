package dev.podium.index.briefing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How briefings are indexed. */
@ConfigMapping(prefix = "index.briefings")
public interface IndexSettings {

  /** How much of a batch is indexed together; it is in memory several times. */
  @WithDefault("2M")
  MemorySize togetherSize();

  /** How many such parts of a batch are under way at once. */
  @WithDefault("3")
  @Min(1) int concurrency();
}
