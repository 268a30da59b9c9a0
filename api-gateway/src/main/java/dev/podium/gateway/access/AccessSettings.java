package dev.podium.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.Set;

/** Who may read and write without a credential, and from where. */
@ConfigMapping(prefix = "gateway")
public interface AccessSettings {

  /** Whether every request that is over gets a line in the log. */
  @WithDefault("true")
  boolean accessLog();

  /** Whether callers without a credential may read. */
  @WithDefault("false")
  boolean anonymousReads();

  /** Whether callers on this machine may send pages without a credential. */
  @WithDefault("false")
  boolean loopbackWrites();

  /**
   * The sites whose pages may call from their visitors' browsers, as {@code
   * https://dashboard.example}, by comma; {@code *} lets pages of any site read. None unless set.
   */
  Optional<
          Set<
              @Pattern(
                  regexp = "\\*|https?://[A-Za-z0-9.:\\[\\]-]+",
                  message = "is neither * nor like https://dashboard.example")
              String>>
      crossOrigins();
}
