package dev.podium.gateway.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleGet;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/** The public keys of an OpenID Connect provider, read when they are needed for the first time. */
final class ProviderKeys {

  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int LARGEST_ANSWER = 512 * 1024;

  /** Tokens with unknown keys, however many, make us ask no more often. */
  private static final long BETWEEN_LOOKS_MILLIS = 10_000;

  /** A provider that is away for a while ends nobody's work. */
  private static final long KEPT_SECONDS = 3_600;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String issuer;
  private final Optional<URI> location;
  private final SimpleGet http;
  private HttpsJwksVerificationKeyResolver resolver;

  ProviderKeys(String issuer, Optional<URI> location) {
    this.issuer = issuer;
    this.location = location;
    Get get = new Get();
    get.setConnectTimeout(PATIENCE_MILLIS);
    get.setReadTimeout(PATIENCE_MILLIS);
    get.setRetries(0);
    get.setResponseBodySizeLimit(LARGEST_ANSWER);
    http = new RememberingGet(get, System::nanoTime);
  }

  /**
   * Finds the key of a token.
   *
   * @throws IOException if the provider does not say where its keys are
   */
  synchronized HttpsJwksVerificationKeyResolver resolver() throws IOException {
    if (resolver == null) {
      HttpsJwks keys = new HttpsJwks(location.isPresent() ? location.get().toString() : discover());
      keys.setSimpleHttpGet(http);
      keys.setRefreshReprieveThreshold(BETWEEN_LOOKS_MILLIS);
      keys.setRetainCacheOnErrorDuration(KEPT_SECONDS);
      resolver = new HttpsJwksVerificationKeyResolver(keys);
    }
    return resolver;
  }

  private String discover() throws IOException {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    JsonNode document = JSON.readTree(http.get(base + DISCOVERY).getBody());
    String said = document.path("issuer").asText();
    if (!said.equals(issuer)) {
      throw new IOException("the provider calls itself \"" + said + "\" and not \"" + issuer + '"');
    }
    return document.path("jwks_uri").asText();
  }
}
