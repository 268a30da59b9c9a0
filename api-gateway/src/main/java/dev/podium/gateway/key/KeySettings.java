package dev.podium.gateway.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Optional;

/** Keys of callers. */
@ConfigMapping(prefix = "gateway")
public interface KeySettings {

  /**
   * A key with the scope admin, beside those in the database. Without it, and where the database
   * has none either, one is made at the start and written to the log, once.
   */
  Optional<
          @Pattern(
              regexp = "[A-Za-z0-9._~+/-]{32,256}=*",
              message = "needs 32 to 256 characters of A-Z a-z 0-9 - . _ ~ + /")
          String>
      adminKey();

  /** How soon an instance knows of keys that were made or revoked over another one. */
  @WithName("keys.poll")
  @WithDefault("1s")
  Duration keysPoll();
}
