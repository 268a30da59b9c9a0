package dev.podium.gateway.cursor;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** How cursors are signed. */
@ConfigMapping(prefix = "gateway.cursor")
public interface CursorSettings {

  /**
   * The secret of the cursors' signature, the same on every instance that serves a client. Without
   * one, each start makes its own, and cursors end with the process that made them.
   */
  Optional<@Size(min = 16, message = "needs at least 16 characters") String> secret();
}
