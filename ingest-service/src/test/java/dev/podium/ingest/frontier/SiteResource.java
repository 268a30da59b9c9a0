package dev.podium.ingest.frontier;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A web site under {@code *.example}, and the service set up to crawl it impatiently. */
public final class SiteResource implements QuarkusTestResourceLifecycleManager {

  private static final String ROBOTS =
      "User-agent: *\nDisallow: /news/p-secret\nCrawl-delay: 0.1\n";

  private SiteServer site;

  @Override
  public Map<String, String> start() {
    try {
      site = new SiteServer();
      // The service asks for it before any test runs, and then not again for a day.
      site.put("calm.example/robots.txt", SiteServer.ok("text/plain", ROBOTS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> config = new HashMap<>();
    config.put("ingest.fetch.hosts", "*.example=127.0.0.1:" + site.port());
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
      site.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
