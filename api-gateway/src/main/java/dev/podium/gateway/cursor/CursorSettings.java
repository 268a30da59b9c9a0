package dev.podium.gateway.cursor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;

/** How cursors are signed. */
@ConfigMapping(prefix = "gateway.cursor")
public interface CursorSettings {

  /**
   * A secret of the cursors' signature in place of those in the database, the same on every
   * instance that serves a client. It is never rotated.
   */
  Optional<@Size(min = 16, message = "needs at least 16 characters") String> secret();

  /** How old a secret becomes before another one follows. */
  @WithDefault("30d")
  Duration rotateAfter();

  /** How long cursors go on after their secret was followed by another one. */
  @WithDefault("30d")
  Duration keep();
}
