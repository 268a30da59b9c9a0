package dev.podium.ingest.fetch;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How pages are fetched. */
@ConfigMapping(prefix = "ingest.fetch")
public interface FetchSettings {

  /**
   * Hosts that are fetched over plain http from an address of their own, as {@code
   * *.example=127.0.0.1:8090}, or over TLS, as {@code *.example=https://127.0.0.1:8443}; the first
   * that matches counts. They are the only exception from the rule that private addresses are never
   * connected to.
   */
  Optional<List<String>> hosts();

  /** Whom a site's operator can reach about the crawler: an address of mail or web. */
  @WithDefault("crawler@podium.example")
  @NotBlank String contact();

  /** How long a connection may take. */
  @WithDefault("10s")
  Duration connectTimeout();

  /** How long a server may be silent. */
  @WithDefault("15s")
  Duration idleTimeout();

  /** How long a whole answer may take, however steadily it drips. */
  @WithDefault("30s")
  Duration totalTimeout();

  /** How much of a robots.txt is read; the rest is not. */
  @WithDefault("512K")
  MemorySize robotsLimit();
}
