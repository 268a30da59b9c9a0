package dev.podium.index.rebuild;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How another generation of indices takes over. */
@ConfigMapping(prefix = "index.rebuild")
public interface RebuildSettings {

  /** How often it is looked whether the next step can be done. */
  @WithDefault("1s")
  Duration poll();

  /**
   * How long a generation that takes over without a comparison waits for the one that serves to
   * read what is there; it may be the one that cannot. As long the one that serves waits, at the
   * end, for the one that takes over.
   */
  @WithDefault("1m")
  Duration patience();
}
