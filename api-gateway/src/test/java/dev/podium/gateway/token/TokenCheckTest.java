package dev.podium.gateway.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.podium.gateway.access.Caller;
import dev.podium.gateway.access.CredentialException;
import dev.podium.gateway.access.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a provider that speaks HTTP. */
class TokenCheckTest {

  private static PublicJsonWebKey key;
  private static HttpServer provider;
  private static String issuer;

  @BeforeAll
  static void aProvider() throws IOException, JoseException {
    key = key("one");
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://127.0.0.1:" + provider.getAddress().getPort() + "/realm";
    serve(
        "/realm/.well-known/openid-configuration",
        "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(issuer, issuer));
    serve("/realm/keys", new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
    provider.start();
  }

  @AfterAll
  static void end() {
    provider.stop(0);
  }

  private static PublicJsonWebKey key(String id) throws JoseException {
    PublicJsonWebKey made = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    made.setKeyId(id);
    return made;
  }

  private static void serve(String path, String body) {
    provider.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  /** As set for the provider of this test. */
  private record Settings(String issuerName, String scopesClaim, String prefix)
      implements TokenSettings {

    @Override
    public Optional<String> issuer() {
      return Optional.ofNullable(issuerName);
    }

    @Override
    public Optional<String> audience() {
      return Optional.of("podium");
    }

    @Override
    public Optional<URI> jwksUrl() {
      return Optional.empty();
    }

    @Override
    public Optional<String> scopePrefix() {
      return Optional.ofNullable(prefix);
    }
  }

  private static TokenCheck check() {
    return new TokenCheck(new Settings(issuer, "scope", null));
  }

  private static JwtClaims claims() {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setAudience("podium");
    claims.setSubject("ada");
    claims.setExpirationTimeMinutesInTheFuture(5);
    claims.setStringClaim("scope", "openid write");
    return claims;
  }

  private static String token(Consumer<JwtClaims> change) {
    JwtClaims claims = claims();
    change.accept(claims);
    return signed(claims, key);
  }

  private static String signed(JwtClaims claims, PublicJsonWebKey with) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(with.getPrivateKey());
    signature.setKeyIdHeaderValue(with.getKeyId());
    signature.setAlgorithmHeaderValue("ES256");
    return serialized(signature);
  }

  private static String serialized(JsonWebSignature signature) {
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTokenTellsWhoTheCallerIsAndWhatHeMay() throws Exception {
    Caller caller = check().check(token(claims -> {}));

    assertThat(caller).isEqualTo(new Caller("user:ada", "ada", Scope.WRITE));
  }

  @Test
  void scopesCanBeWithinAnotherClaimAndHaveAPrefix() throws Exception {
    TokenCheck check = new TokenCheck(new Settings(issuer, "realm_access/roles", "podium:"));
    String token =
        token(
            claims ->
                claims.setClaim(
                    "realm_access", Map.of("roles", List.of("admin", "podium:read", "x"))));

    assertThat(check.check(token).scope()).isEqualTo(Scope.READ);
  }

  @Test
  void aTokenWithoutScopesOpensNothing() throws Exception {
    assertThat(check().check(token(claims -> claims.unsetClaim("scope"))).scope()).isNull();
  }

  @Test
  void whatIsNotInOrderIsRefused() {
    refused(token(claims -> claims.setIssuer("https://other.example")), "another provider");
    refused(token(claims -> claims.setAudience("other")), "another service");
    refused(token(claims -> claims.unsetClaim("aud")), "another service");
    refused(token(claims -> claims.setExpirationTime(NumericDate.fromSeconds(1))), "has expired");
    refused(token(claims -> claims.unsetClaim("exp")), "lacks claims");
    refused(token(claims -> claims.unsetClaim("sub")), "lacks claims");
  }

  @Test
  void whatAnotherKeySignedIsRefused() throws Exception {
    refused(signed(claims(), key("one")), "not signed by the provider");
    refused(signed(claims(), key("two")), "not signed by the provider");
  }

  @Test
  void whatNobodySignedIsRefused() {
    JsonWebSignature none = new JsonWebSignature();
    none.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    none.setPayload(claims().toJson());
    none.setAlgorithmHeaderValue("none");
    String unsigned = serialized(none);

    assertThat(check().takes(unsigned)).isFalse();
    refused(unsigned + "AAAA", "not signed by the provider");
  }

  /** The public key is known to all, so that it must never count as a shared secret. */
  @Test
  void aSignatureWithThePublicKeyAsASecretIsRefused() {
    JsonWebSignature forged = new JsonWebSignature();
    forged.setPayload(claims().toJson());
    forged.setKey(new HmacKey(key.getPublicKey().getEncoded()));
    forged.setKeyIdHeaderValue("one");
    forged.setAlgorithmHeaderValue("HS256");

    refused(serialized(forged), "not signed by the provider");
  }

  @Test
  void aProviderThatIsAwayIsToldAndNotTakenForARefusal() {
    TokenCheck check = new TokenCheck(new Settings(issuer + "/away", "scope", null));

    assertThatThrownBy(() -> check.check(token(claims -> {})))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("cannot be reached");
  }

  /** Each would wait for it in turn. */
  @Test
  void aProviderThatIsAwayIsAskedOnceForManyTokens() {
    AtomicInteger asked = new AtomicInteger();
    provider.createContext(
        "/realm/failing",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    TokenCheck check = new TokenCheck(new Settings(issuer + "/failing", "scope", null));

    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> check.check(token(claims -> {})))
          .isInstanceOf(CredentialException.class)
          .hasMessageContaining("cannot be reached");
    }

    assertThat(asked).hasValue(1);
  }

  @Test
  void withoutAProviderNoTokenIsTaken() {
    TokenCheck check = new TokenCheck(new Settings(null, "scope", null));

    assertThat(check.takes(token(claims -> {}))).isFalse();
  }

  private static void refused(String token, String why) {
    assertThatThrownBy(() -> check().check(token))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining(why);
  }
}
