package dev.podium.kit.credential;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** What the gateway shows the services behind it. */
@ConfigMapping(prefix = "podium.service")
public interface ServiceCredential {

  /** The header that holds it. */
  String HEADER = "Podium-Credential";

  /**
   * The secret by which the services behind the gateway know it, the same for all. With one, they
   * answer nobody else, save on health and metrics; without one, whoever reaches them.
   */
  Optional<
          @Pattern(
              regexp = "[!-~]{32,512}",
              message = "needs 32 to 512 printable characters, and no space")
          String>
      credential();
}
