package dev.podium.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How much a caller may ask for in a minute, in points; 0 means as much as he likes. Each instance
 * counts for itself.
 */
@ConfigMapping(prefix = "gateway")
public interface LimitSettings {

  /** Points a minute of one address without a credential; of IPv6 a network of 64 bits. */
  @WithName("limit.anonymous")
  @WithDefault("3000")
  @Min(0) @Max(1_000_000_000) int anonymous();

  /** Points a minute of one key, or of one user of the OpenID Connect provider. */
  @WithName("limit.key")
  @WithDefault("30000")
  @Min(0) @Max(1_000_000_000) int key();

  /**
   * Points a minute of all callers on this machine together, where they may write without a key.
   */
  @WithName("limit.loopback")
  @WithDefault("0")
  @Min(0) @Max(1_000_000_000) int loopback();

  /** Refused credentials a minute of one address; then it has to wait, whatever it shows. */
  @WithName("limit.refusals")
  @WithDefault("120")
  @Min(0) @Max(1_000_000_000) int refusals();

  /** Of how many addresses and keys is remembered what they have left; the longest unseen go. */
  @WithName("limit.remembered")
  @WithDefault("100000")
  @Min(1) @Max(10_000_000) int remembered();

  /**
   * How many proxies of ours stand before the gateway, each of which adds to {@code
   * X-Forwarded-For}; 0 where that header is not to be believed.
   */
  @WithName("trusted-proxies")
  @WithDefault("0")
  @Min(0) @Max(10) int trustedProxies();
}
