package dev.podium.ingest.frontier;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A web site under {@code *.example}, and the service set up to crawl it impatiently. */
public final class SiteResource implements QuarkusTestResourceLifecycleManager {

  private static final String ROBOTS =
      "User-agent: *\nDisallow: /news/p-secret\nCrawl-delay: 0.1\n";

  private static final int BACKLOG = 100;

  private SiteServer site;
  private Http2Site second;

  @Override
  public Map<String, String> start() {
    try {
      site = new SiteServer();
      second = new Http2Site();
      Certificates.trustAuthority();
      // The service asks for it before any test runs, and then not again for a day.
      site.put("calm.example/robots.txt", SiteServer.ok("text/plain", ROBOTS));
      return config(hosts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the hosts are; the first that matches counts. */
  private String hosts() throws IOException {
    int plain = site.listen(plain("127.0.0.1"));
    return String.join(
        ",",
        "tls-good.rough.example=" + tls("good"),
        "tls-wrong-host.rough.example=" + tls("good"),
        "tls-expired.rough.example=" + tls("expired"),
        "tls-self-signed.rough.example=" + tls("self-signed"),
        "tls-none.rough.example=https://127.0.0.1:" + plain,
        "two.example=https://127.0.0.1:" + second.port(),
        "six.rough.example=" + six(),
        "closed.rough.example=127.0.0.1:" + closedPort(),
        "*.example=127.0.0.1:" + plain);
  }

  private String tls(String certificate) throws IOException {
    return "https://127.0.0.1:" + site.listen(Certificates.server(certificate));
  }

  private String six() throws IOException {
    try {
      return "[::1]:" + site.listen(plain("::1"));
    } catch (BindException e) {
      // A machine without IPv6, where the test that asks for it is left out.
      return "[::1]:" + closedPort();
    }
  }

  private static ServerSocket plain(String address) throws IOException {
    return new ServerSocket(0, BACKLOG, InetAddress.ofLiteral(address));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket free = plain("127.0.0.1")) {
      return free.getLocalPort();
    }
  }

  private static Map<String, String> config(String hosts) {
    Map<String, String> config = new HashMap<>();
    config.put("ingest.fetch.hosts", hosts);
    config.put("ingest.fetch.connect-timeout", "2s");
    config.put("ingest.fetch.idle-timeout", "2s");
    config.put("ingest.fetch.total-timeout", "4s");
    config.put("ingest.frontier.first-backoff", "50ms");
    config.put("ingest.frontier.longest-backoff", "2s");
    config.put("ingest.frontier.longest-interval", "1s");
    config.put("ingest.frontier.lease", "20s");
    config.put("ingest.frontier.checked-share", "0.5");
    config.put("ingest.attention.every", "1s");
    config.put("ingest.attention.raise-after", "0s");
    config.put("ingest.attention.clear-after", "1s");
    config.put("ingest.attention.heartbeat", "1s");
    config.put(
        "ingest.sources.directory",
        Path.of("src/test/resources/crawled").toAbsolutePath().toString());
    return config;
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(site, new TestInjector.MatchesType(SiteServer.class));
  }

  @Override
  public void stop() {
    try {
      second.close();
      site.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
