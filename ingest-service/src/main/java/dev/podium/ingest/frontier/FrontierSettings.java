package dev.podium.ingest.frontier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
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

  /**
   * The share of 304 answers, from 0 to 1, that an unconditional request checks; a host whose 304
   * hid an edit is asked unconditionally from then on.
   */
  @WithDefault("0.05")
  @DecimalMin("0") @DecimalMax("1") double checkedShare();

  /** After how many failures in a row a host counts as down, and is only probed. */
  @WithDefault("3")
  @Min(1) int failuresUntilOpen();

  /** The first wait after a host failed to answer. */
  @WithDefault("30s")
  Duration firstBackoff();

  /** The longest wait after a host failed to answer. */
  @WithDefault("6h")
  Duration longestBackoff();
}
