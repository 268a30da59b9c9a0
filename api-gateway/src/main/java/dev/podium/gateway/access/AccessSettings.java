package dev.podium.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may read and write without a credential. */
@ConfigMapping(prefix = "gateway")
public interface AccessSettings {

  /** Whether callers without a credential may read. */
  @WithDefault("false")
  boolean anonymousReads();

  /** Whether callers on this machine may send pages without a credential. */
  @WithDefault("false")
  boolean loopbackWrites();

  /** Whether pages of any site may read what is here, in their visitors' browsers. */
  @WithDefault("false")
  boolean crossOriginReads();
}
