package dev.podium.ingest.frontier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the frontier is worked off. */
@ConfigMapping(prefix = "ingest.frontier")
interface FrontierSettings {

  /** How many hosts are fetched from at once. */
  @WithDefault("32")
  @Min(1) @Max(1000) int concurrency();

  /** How often it is looked whose turn it is. */
  @WithDefault("250ms")
  Duration poll();

  /** How long an entry belongs to the instance that fetches it; longer than a fetch may take. */
  @WithDefault("60s")
  Duration lease();

  /** The longest wait before a page that never changes is looked at again. */
  @WithDefault("30d")
  Duration longestInterval();

  /** The first wait after a host failed to answer. */
  @WithDefault("30s")
  Duration firstBackoff();

  /** The longest wait after a host failed to answer. */
  @WithDefault("6h")
  Duration longestBackoff();
}
