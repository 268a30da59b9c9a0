package dev.podium.gateway.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Tokens of an OpenID Connect provider, beside keys. */
@ConfigMapping(prefix = "gateway.oidc")
public interface TokenSettings {

  /** The provider whose tokens are taken, as their {@code iss} names it; none unless set. */
  Optional<String> issuer();

  /** What a token's {@code aud} must name, so that those for other services are refused. */
  Optional<String> audience();

  /** Where the provider's public keys are; as its discovery document says unless set. */
  Optional<URI> jwksUrl();

  /**
   * The claim that holds the scopes, as a list or as words; a name within another with a slash,
   * such as {@code realm_access/roles}.
   */
  @WithDefault("scope")
  String scopesClaim();

  /** What stands before read, write and admin in that claim, such as {@code podium:}. */
  Optional<String> scopePrefix();
}
