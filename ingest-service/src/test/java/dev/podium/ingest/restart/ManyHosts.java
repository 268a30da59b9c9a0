package dev.podium.ingest.restart;

import dev.podium.ingest.frontier.SiteServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Hosts with a listing and pages each, all of which change at once when a test says so. */
final class ManyHosts implements AutoCloseable {

  static final int HOSTS = 30;
  static final int PAGES = 100;

  private static final int DELAY_MILLIS = 400;
  private static final int CRAWL_DELAY_MILLIS = 600;
  private static final int SLOW_HOSTS = 5;
  private static final int BACKLOG = 100;

  private final SiteServer server = new SiteServer();
  private final AtomicInteger edition = new AtomicInteger(1);
  private final int port;

  ManyHosts() throws IOException {
    port = server.listen(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
    for (int host = 0; host < HOSTS; host++) {
      String name = name(host);
      if (host < SLOW_HOSTS) {
        String robots = "User-agent: *\nCrawl-delay: " + CRAWL_DELAY_MILLIS / 1000.0 + "\n";
        server.put(name + "/robots.txt", SiteServer.ok("text/plain", robots));
      }
      server.put(name + "/list.html", SiteServer.html(listing()));
      for (int page = 0; page < PAGES; page++) {
        String address = name + path(page);
        server.put(
            address,
            (asked, out) -> SiteServer.html(body(address, edition.get())).write(asked, out));
      }
    }
  }

  private static String name(int host) {
    return "h" + host + ".example";
  }

  private static String path(int page) {
    return "/p-" + page + ".html";
  }

  private static String listing() {
    StringBuilder html = new StringBuilder();
    IntStream.range(0, PAGES)
        .forEach(page -> html.append("<a href='").append(path(page)).append("'>x</a>"));
    return html.toString();
  }

  private static String body(String address, int edition) {
    return "<p>" + address + " in edition " + edition + "</p>";
  }

  /** Writes a source for each host into a folder. */
  void declare(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int host = 0; host < HOSTS; host++) {
      Files.writeString(folder.resolve("h" + host + ".yaml"), declaration(host));
    }
  }

  private static String declaration(int host) {
    return """
    id: many-%1$d
    name: Host %1$d
    organisation: many
    series: many-%1$d
    language: en
    timeZone: UTC
    listings: [{url: 'https://h%1$d.example/list.html'}]
    links: {include: ['^https://h%1$d\\.example/p-[0-9]+\\.html$']}
    delay: %2$dms
    listingInterval: 1d
    pageInterval: 1d
    """
        .formatted(host, DELAY_MILLIS);
  }

  int port() {
    return port;
  }

  List<String> hosts() {
    return IntStream.range(0, HOSTS).mapToObj(ManyHosts::name).toList();
  }

  /**
   * The least time between two requests to a host: the declared one, or what its robots.txt asks.
   */
  Duration interval(String host) {
    boolean slow = IntStream.range(0, SLOW_HOSTS).anyMatch(one -> name(one).equals(host));
    return Duration.ofMillis(slow ? CRAWL_DELAY_MILLIS : DELAY_MILLIS);
  }

  /** The addresses of all pages, without a scheme. */
  List<String> pages() {
    return hosts().stream()
        .flatMap(host -> IntStream.range(0, PAGES).mapToObj(page -> host + path(page)))
        .toList();
  }

  /** Changes all pages. */
  void change() {
    edition.incrementAndGet();
  }

  /** What a page says now. */
  String body(String page) {
    return body(page, edition.get());
  }

  /** What a host was asked, in order of time. */
  List<SiteServer.Asked> asked(String host) {
    return server.askedOfHost(host).stream()
        .sorted(Comparator.comparingLong(SiteServer.Asked::nanos))
        .toList();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
