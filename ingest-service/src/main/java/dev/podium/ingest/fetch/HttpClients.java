package dev.podium.ingest.fetch;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;

/** The clients: HTTP/2 where TLS can negotiate it, HTTP/1.1 without TLS. */
final class HttpClients {

  private static final int POOL = 8;
  private static final int HEADER_BYTES = 64 * 1024;

  static HttpClient plain(Vertx vertx, FetchSettings config) {
    return vertx.createHttpClient(
        options(config).setProtocolVersion(HttpVersion.HTTP_1_1).setHttp2ClearTextUpgrade(false));
  }

  static HttpClient tls(Vertx vertx, FetchSettings config) {
    return vertx.createHttpClient(
        options(config)
            .setSsl(true)
            .setVerifyHost(true)
            .setUseAlpn(true)
            .setProtocolVersion(HttpVersion.HTTP_2));
  }

  private static HttpClientOptions options(FetchSettings config) {
    return new HttpClientOptions()
        .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
        .setMaxPoolSize(POOL)
        .setMaxHeaderSize(HEADER_BYTES)
        .setDecompressionSupported(false)
        .setShared(false);
  }

  private HttpClients() {}
}
