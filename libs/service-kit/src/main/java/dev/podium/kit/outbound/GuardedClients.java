package dev.podium.kit.outbound;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;

/**
 * Clients for what strangers name: HTTP/2 where TLS can negotiate it, HTTP/1.1 without TLS. They
 * follow no redirect; they are to be sent to a {@link Target} only.
 */
public final class GuardedClients {

  private static final int POOL = 8;
  private static final int HEADER_BYTES = 64 * 1024;

  /** A client without TLS. */
  public static HttpClient plain(Vertx vertx, Duration connectTimeout) {
    return vertx.createHttpClient(
        options(connectTimeout)
            .setProtocolVersion(HttpVersion.HTTP_1_1)
            .setHttp2ClearTextUpgrade(false));
  }

  /** A client with TLS, which checks certificates and names. */
  public static HttpClient tls(Vertx vertx, Duration connectTimeout) {
    return vertx.createHttpClient(
        options(connectTimeout)
            .setSsl(true)
            .setVerifyHost(true)
            .setUseAlpn(true)
            .setProtocolVersion(HttpVersion.HTTP_2));
  }

  private static HttpClientOptions options(Duration connectTimeout) {
    return new HttpClientOptions()
        .setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()))
        .setMaxPoolSize(POOL)
        .setMaxHeaderSize(HEADER_BYTES)
        .setDecompressionSupported(false)
        .setShared(false);
  }

  private GuardedClients() {}
}
