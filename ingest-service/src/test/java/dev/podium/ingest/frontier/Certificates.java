package dev.podium.ingest.frontier;

import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Certificates that the tests serve with, made with keytool: {@code good} and {@code expired} are
 * of an authority that the JVM is made to trust, {@code self-signed} is of none; {@code http2} is
 * trusted by itself.
 */
final class Certificates {

  private static final Path FOLDER = Path.of("src/test/resources/tls").toAbsolutePath();
  private static final String PASSWORD = "changeit";

  /** Makes the JVM trust the authority; before its first client of TLS. */
  static void trustAuthority() {
    System.setProperty("javax.net.ssl.trustStore", FOLDER.resolve("trusted.p12").toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
  }

  /** A certificate for a server of Vert.x. */
  static PfxOptions options(String certificate) {
    return new PfxOptions()
        .setPath(FOLDER.resolve(certificate + ".p12").toString())
        .setPassword(PASSWORD);
  }

  /** A socket that speaks TLS with a certificate. */
  static ServerSocket server(String certificate) throws IOException {
    try (InputStream in = Files.newInputStream(FOLDER.resolve(certificate + ".p12"))) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      InetAddress address = InetAddress.getLoopbackAddress();
      return context.getServerSocketFactory().createServerSocket(0, 100, address);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private Certificates() {}
}
