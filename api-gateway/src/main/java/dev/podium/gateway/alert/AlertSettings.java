package dev.podium.gateway.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How saved searches are watched, and how their webhooks are called. */
@ConfigMapping(prefix = "gateway.alerts")
public interface AlertSettings {

  /** How many alerts a caller may keep. */
  @WithDefault("100")
  @Min(1) int most();

  /**
   * Hosts that are reached over plain http at an address of their own, as {@code
   * *.example=127.0.0.1:8090}, or over TLS, as {@code *.example=https://127.0.0.1:8443}; the first
   * that matches counts. They are the only exception from the rule that private addresses are never
   * connected to.
   */
  Optional<List<String>> hosts();

  /** How long a connection to a receiver may take. */
  @WithDefault("5s")
  Duration connectTimeout();

  /** How long a receiver may take to answer. */
  @WithDefault("15s")
  Duration totalTimeout();

  /** How many receivers an instance calls at once. */
  @WithDefault("16")
  @Min(1) int concurrency();

  /** How often it is looked what is due. */
  @WithDefault("500ms")
  Duration poll();

  /** The first wait after a receiver failed. */
  @WithDefault("5s")
  Duration firstBackoff();

  /** The longest wait after a receiver failed. */
  @WithDefault("1h")
  Duration longestBackoff();

  /** How long a delivery is tried. */
  @WithDefault("1d")
  Duration giveUpAfter();

  /** An alert is switched off when its receiver has failed for so long. */
  @WithDefault("3d")
  Duration switchOffAfter();

  /** How long deliveries are kept in the log. */
  @WithDefault("30d")
  Duration keep();

  /** How long a change may wait until a search sees it, before it is matched as it is. */
  @WithDefault("10s")
  Duration searchPatience();
}
