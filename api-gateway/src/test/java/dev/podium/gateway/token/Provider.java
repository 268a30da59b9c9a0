package dev.podium.gateway.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * An OpenID Connect provider, as far as the gateway knows one: its name, its public keys, and
 * tokens.
 */
public final class Provider {

  /** For whom its tokens are. */
  public static final String AUDIENCE = "podium";

  // The tests and what starts before them are loaded apart; they share properties only.
  private static final String KEY = "podium.test.provider.key";
  private static final String ISSUER = "podium.test.provider.issuer";

  private HttpServer server;

  /** Begins; returns its name. */
  public String start() {
    try {
      PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId("of-the-provider");
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
      serve(
          "/.well-known/openid-configuration",
          "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(issuer, issuer));
      serve("/keys", new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
      server.start();
      System.setProperty(KEY, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
      System.setProperty(ISSUER, issuer);
      return issuer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve(String path, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  /** A token of one of its users, good for some minutes. */
  public static String token(String subject, String scopes) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(System.getProperty(ISSUER));
    claims.setAudience(AUDIENCE);
    claims.setSubject(subject);
    claims.setExpirationTimeMinutesInTheFuture(5);
    claims.setStringClaim("scope", scopes);
    try {
      PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(System.getProperty(KEY));
      JsonWebSignature signature = new JsonWebSignature();
      signature.setPayload(claims.toJson());
      signature.setKey(key.getPrivateKey());
      signature.setKeyIdHeaderValue(key.getKeyId());
      signature.setAlgorithmHeaderValue("ES256");
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends it. */
  public void stop() {
    server.stop(0);
  }
}
