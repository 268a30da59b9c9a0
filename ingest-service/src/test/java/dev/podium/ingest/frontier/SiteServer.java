package dev.podium.ingest.frontier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A web site that behaves as a test tells it, byte by byte, and remembers who asked what. */
public final class SiteServer implements AutoCloseable {

  private final ServerSocket server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Queue<Asked> log = new ConcurrentLinkedQueue<>();

  /** A request; header names are in lower case. */
  public record Asked(String address, Map<String, String> headers, long nanos) {}

  /** Writes a whole response, as broken as it likes. */
  public interface Answer {
    void write(Asked asked, OutputStream out) throws IOException;
  }

  public SiteServer() throws IOException {
    this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Sets what an address answers; everything else answers 404. */
  public void put(String address, Answer answer) {
    answers.put(address, answer);
  }

  List<Asked> asked(String address) {
    return log.stream().filter(asked -> asked.address().equals(address)).toList();
  }

  public List<Asked> askedOfHost(String host) {
    return log.stream().filter(asked -> asked.address().startsWith(host + '/')).toList();
  }

  /** A response with a length. */
  public static Answer ok(String contentType, String body) {
    return status(200, "Content-Type: " + contentType + "\r\n", body);
  }

  public static Answer html(String body) {
    return ok("text/html; charset=UTF-8", body);
  }

  /** A response of some status, with further header lines. */
  static Answer status(int status, String headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return (asked, out) -> {
      head(out, status, headers + "Content-Length: " + bytes.length + "\r\n");
      out.write(bytes);
    };
  }

  static void head(OutputStream out, int status, String headers) throws IOException {
    String head = "HTTP/1.1 " + status + " Whatever\r\nConnection: close\r\n" + headers + "\r\n";
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Asked asked = read(socket);
      log.add(asked);
      answers
          .getOrDefault(asked.address(), status(404, "", "nothing"))
          .write(asked, socket.getOutputStream());
    } catch (IOException e) {
      // The client went away, as it should from some of these answers.
    }
  }

  private static Asked read(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    StringTokenizer line = new StringTokenizer(String.valueOf(in.readLine()));
    Map<String, String> headers = new TreeMap<>();
    String header = in.readLine();
    while (header != null && !header.isEmpty()) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
      header = in.readLine();
    }
    if (line.countTokens() < 2) {
      throw new IOException("no request");
    }
    line.nextToken();
    return new Asked(headers.get("host") + line.nextToken(), headers, System.nanoTime());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
