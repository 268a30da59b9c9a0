package dev.podium.gateway.token;

import dev.podium.gateway.access.Caller;
import dev.podium.gateway.access.CredentialCheck;
import dev.podium.gateway.access.CredentialException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/** Takes the signed tokens (RFC 7519) of an OpenID Connect provider, where one is set. */
@ApplicationScoped
class TokenCheck implements CredentialCheck {

  private static final Logger LOG = Logger.getLogger(TokenCheck.class);
  private static final Pattern FORM = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");
  private static final int LARGEST = 8 * 1024;
  private static final int SKEW_SECONDS = 30;

  /** Signatures with a private key: anybody who verifies could make the others. */
  private static final AlgorithmConstraints ALGORITHMS =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          AlgorithmIdentifiers.RSA_USING_SHA256,
          AlgorithmIdentifiers.RSA_USING_SHA384,
          AlgorithmIdentifiers.RSA_USING_SHA512,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
          AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
          AlgorithmIdentifiers.EDDSA);

  private final TokenSettings settings;
  private final TokenScopes scopes;
  private final Optional<ProviderKeys> keys;

  TokenCheck(TokenSettings settings) {
    this.settings = settings;
    scopes = new TokenScopes(settings.scopesClaim(), settings.scopePrefix().orElse(""));
    keys = settings.issuer().map(issuer -> new ProviderKeys(issuer, settings.jwksUrl()));
    if (keys.isPresent() && settings.audience().isEmpty()) {
      throw new IllegalArgumentException(
          "gateway.oidc.audience is needed beside gateway.oidc.issuer: without it, tokens for any"
              + " other service would be taken");
    }
  }

  @Override
  public boolean takes(String credential) {
    return keys.isPresent() && credential.length() <= LARGEST && FORM.matcher(credential).matches();
  }

  @Override
  public Optional<Caller> known(String credential) {
    return Optional.empty();
  }

  @Override
  public Caller check(String credential) throws CredentialException {
    try {
      JwtClaims claims = consumer().processToClaims(credential);
      String subject = claims.getSubject();
      return new Caller("user:" + subject, subject, scopes.of(claims.getClaimsMap()).orElse(null));
    } catch (InvalidJwtException e) {
      throw refusal(e);
    } catch (MalformedClaimException e) {
      throw CredentialException.invalid("the token has a claim of the wrong form");
    } catch (IOException e) {
      throw away(e);
    }
  }

  private JwtConsumer consumer() throws IOException {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(ALGORITHMS)
        .setVerificationKeyResolver(keys.orElseThrow().resolver())
        .setExpectedIssuer(settings.issuer().orElseThrow())
        .setExpectedAudience(settings.audience().orElseThrow())
        .setRequireExpirationTime()
        .setRequireSubject()
        .setAllowedClockSkewInSeconds(SKEW_SECONDS)
        .build();
  }

  private static CredentialException refusal(InvalidJwtException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvableKeyException && cause.getCause() instanceof IOException io) {
        return away(io);
      }
    }
    String what =
        e.hasExpired()
            ? "has expired"
            : e.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
                    || e.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)
                ? "is for another service"
                : e.hasErrorCode(ErrorCodes.ISSUER_INVALID)
                        || e.hasErrorCode(ErrorCodes.ISSUER_MISSING)
                    ? "is of another provider"
                    : "is not signed by the provider, or lacks claims that are needed";
    return CredentialException.invalid("the token " + what);
  }

  private static CredentialException away(IOException e) {
    LOG.warnf("the keys of the OpenID Connect provider cannot be read: %s", e.getMessage());
    return CredentialException.notNow("the provider of the token cannot be reached now");
  }
}
