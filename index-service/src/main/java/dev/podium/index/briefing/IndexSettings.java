package dev.podium.index.briefing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How briefings are indexed. */
@ConfigMapping(prefix = "index.briefings")
public interface IndexSettings {

  /** How much of a batch is indexed together; it is in memory several times. */
  @WithDefault("16M")
  MemorySize togetherSize();
}
