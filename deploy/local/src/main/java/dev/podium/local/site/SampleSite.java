package dev.podium.local.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small web server on loopback that plays all hosts of the samples, told apart by Host. */
public final class SampleSite implements AutoCloseable {

  private final Map<String, SiteHost> hosts;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private SampleSite(Map<String, SiteHost> hosts, HttpServer server) {
    this.hosts = hosts;
    this.server = server;
  }

  /**
   * Starts to serve.
   *
   * @param files a folder per host
   * @param visits where visits are counted; in an existing folder
   * @param port 0 for any
   */
  public static SampleSite start(Path files, Path visits, int port) throws IOException {
    Visits counts = Visits.keptIn(visits);
    Map<String, SiteHost> hosts = new TreeMap<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(files, Files::isDirectory)) {
      for (Path folder : folders) {
        hosts.put(folder.getFileName().toString(), new SiteHost(folder.toRealPath(), counts));
      }
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    SampleSite site = new SampleSite(hosts, server);
    server.createContext("/", site::handle);
    server.setExecutor(site.threads);
    server.start();
    return site;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public int hosts() {
    return hosts.size();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!"GET".equals(method) && !"HEAD".equals(method)) {
        send(exchange, SiteAnswer.html(405, "Method not allowed", "").with("Allow", "GET, HEAD"));
      } else {
        send(exchange, answer(exchange));
      }
    }
  }

  private SiteAnswer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path == null || !path.startsWith("/") || path.indexOf('\0') >= 0) {
      return SiteAnswer.html(400, "Bad request", "");
    }
    String host = requestedHost(exchange);
    SiteHost known = hosts.get(host);
    if (known != null) {
      return known.answer(path, "GET".equals(exchange.getRequestMethod()));
    }
    return "127.0.0.1".equals(host) || "localhost".equals(host)
        ? preview(path)
        : SiteAnswer.html(404, "Unknown host", "<p>No samples for this host.</p>");
  }

  private static String requestedHost(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return host == null ? "" : host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
  }

  /** By address, a person in a browser sees /HOST/PATH without moving any page on. */
  private SiteAnswer preview(String path) throws IOException {
    int slash = path.indexOf('/', 1);
    SiteHost host = slash < 0 ? null : hosts.get(path.substring(1, slash));
    if (host != null) {
      return host.answer(path.substring(slash), false);
    }
    StringBuilder list = new StringBuilder("<ul>");
    hosts.keySet().forEach(name -> list.append("<li><a href=\"/%1$s/\">%1$s</a>".formatted(name)));
    return "/".equals(path)
        ? SiteAnswer.html(200, "Sample sites", list.append("</ul>").toString())
        : SiteAnswer.html(404, "Not found", "<p>There is no such page here.</p>");
  }

  private static void send(HttpExchange exchange, SiteAnswer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    if (answer.status() == 200 && Conditions.clientHas(exchange.getRequestHeaders(), answer)) {
      exchange.sendResponseHeaders(304, -1);
    } else if ("HEAD".equals(exchange.getRequestMethod()) || answer.body().length == 0) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(answer.body().length));
      exchange.sendResponseHeaders(answer.status(), -1);
    } else {
      exchange.sendResponseHeaders(answer.status(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
