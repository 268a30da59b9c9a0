package dev.podium.gateway.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much of an instance exports may take. */
@ConfigMapping(prefix = "gateway.export")
public interface ExportSettings {

  /** How many exports an instance serves at once; further ones are asked to come back. */
  @WithDefault("32")
  @Min(value = 1, message = "needs at least 1") int concurrent();

  /** How long a client may take nothing before its export is broken off. */
  @WithDefault("2m")
  Duration stall();

  /** How many exchanges one export of a caller without a credential may have; 0 means all. */
  @WithDefault("0")
  @Min(0) int anonymous();

  /**
   * How many exchanges one export of a key, or of a user of the OpenID Connect provider, may have;
   * 0 means all.
   */
  @WithDefault("0")
  @Min(0) int key();
}
