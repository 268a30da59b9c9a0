package dev.podium.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may write. */
@ConfigMapping(prefix = "gateway")
public interface AccessSettings {

  /** Whether callers on this machine may send pages; without it nobody may. */
  @WithDefault("false")
  boolean loopbackWrites();
}
