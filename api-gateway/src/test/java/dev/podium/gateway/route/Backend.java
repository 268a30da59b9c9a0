package dev.podium.gateway.route;

import dev.podium.gateway.erasure.ErasuresBackend;
import dev.podium.gateway.evidence.CapturedPages;
import dev.podium.gateway.source.DeclaredSources;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A service behind the gateway that behaves and misbehaves as its path says. */
public final class Backend implements QuarkusTestResourceLifecycleManager {

  /** What the gateway shows the services behind it. */
  static final String CREDENTIAL = "what-the-gateway-shows-its-services";

  static final int HUGE = 50 * 1024 * 1024;

  private static final CountDownLatch STOPPED = new CountDownLatch(1);
  private final CapturedPages pages = new CapturedPages();
  private ServerSocket server;
  private String here;

  @Override
  public Map<String, String> start() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      here = "http://127.0.0.1:" + server.getLocalPort();
      Thread.ofVirtual().start(this::accept);
      return Map.of(
          "podium.service.credential",
          CREDENTIAL,
          "gateway.route.idle-timeout",
          "2s",
          "gateway.ingest-url",
          here,
          "gateway.index-url",
          here,
          "gateway.parse-url",
          "http://127.0.0.1:" + unused());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int unused() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream()) {
      String request = line(in);
      int path = request.indexOf(' ');
      answer(
          request.substring(0, path),
          request.substring(path + 1, request.lastIndexOf(' ')),
          headers(in),
          in,
          out);
    } catch (IOException e) {
      // The gateway went away, as some tests want.
    }
  }

  private void answer(
      String method, String path, Map<String, String> headers, InputStream in, OutputStream out)
      throws IOException {
    if (!CREDENTIAL.equals(headers.get("podium-credential"))) {
      write(out, "HTTP/1.1 403 Not the gateway\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    if (path.startsWith("/v1/changes?")) {
      write(out, PastPages.answer(path));
      return;
    }
    if (method.equals("GET") && path.startsWith("/v1/sources")) {
      Optional<String> answer = DeclaredSources.answer(path);
      if (answer.isPresent()) {
        write(out, answer.get());
        return;
      }
    }
    switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "slow" -> await();
      case "closing" -> {}
      case "garbage" -> write(out, "SSH-2.0-OpenSSH_9.2\r\n\r\n");
      case "halfway" -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this");
      case "stalling" -> {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this");
        await();
      }
      case "refusing" ->
          write(out, "HTTP/1.1 415 No\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno");
      case "redirect" ->
          write(
              out,
              "HTTP/1.1 201 Created\r\nContent-Length: 0\r\nLocation: "
                  + here
                  + "/v1/pages/abc\r\nLink: <"
                  + here
                  + "/v1/x>; rel=\"next\"\r\nSet-Cookie: a=b\r\nServer: secret/1\r\n\r\n");
      case "moved" ->
          write(
              out,
              "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
                  + here
                  + "/v1/pages/followed\r\nPodium-Credential: "
                  + CREDENTIAL
                  + "\r\nAccess-Control-Allow-Credentials: true\r\n\r\n");
      case "huge" -> huge(out);
      case "progress" -> events(headers, out);
      default -> {
        if (path.startsWith("/v1/erasures")) {
          ErasuresBackend.answer(method, path, in.readNBytes((int) length(headers)), out);
        } else if (!pages.answer(path, out, STOPPED)) {
          echo(method, path, headers, in, out);
        }
      }
    }
  }

  private static void await() {
    stopped(60);
  }

  private static boolean stopped(int seconds) {
    try {
      return STOPPED.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void huge(OutputStream out) throws IOException {
    write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + HUGE + "\r\n\r\n");
    byte[] piece = new byte[1024 * 1024];
    for (int i = 0; i < HUGE / piece.length; i++) {
      out.write(piece);
    }
  }

  private static void events(Map<String, String> headers, OutputStream out) throws IOException {
    write(
        out,
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    String event = "data:after " + headers.get("last-event-id") + "\n\n";
    do {
      write(out, Integer.toHexString(event.length()) + "\r\n" + event + "\r\n");
    } while (!stopped(1));
  }

  private static void echo(
      String method, String path, Map<String, String> headers, InputStream in, OutputStream out)
      throws IOException {
    long length = length(headers, in);
    StringBuilder body = new StringBuilder(method + ' ' + path + "\nbody " + length + '\n');
    headers.forEach((name, value) -> body.append(name).append(": ").append(value).append('\n'));
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    write(
        out,
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
            + bytes.length
            + "\r\nConnection: close\r\n\r\n");
    if (!method.equals("HEAD")) {
      out.write(bytes);
    }
  }

  private static long length(Map<String, String> headers) {
    return Long.parseLong(headers.getOrDefault("content-length", "0"));
  }

  private static long length(Map<String, String> headers, InputStream in) throws IOException {
    if (headers.containsKey("transfer-encoding")) {
      long total = 0;
      for (int size = chunk(in); size > 0; size = chunk(in)) {
        total += in.readNBytes(size).length;
        line(in);
      }
      return total;
    }
    return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))).length;
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the request ends early");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void stop() {
    STOPPED.countDown();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
