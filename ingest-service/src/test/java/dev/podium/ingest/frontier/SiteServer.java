package dev.podium.ingest.frontier;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import java.util.concurrent.CopyOnWriteArrayList;

/** A web site that behaves as a test tells it, byte by byte, and remembers who asked what. */
public final class SiteServer implements AutoCloseable {

  private static final int TLS_HANDSHAKE = 0x16;

  private final List<ServerSocket> servers = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Queue<Asked> log = new ConcurrentLinkedQueue<>();

  /** A request; header names are in lower case. */
  public record Asked(String address, Map<String, String> headers, long nanos) {}

  /** Writes a whole response, as broken as it likes. */
  public interface Answer {
    void write(Asked asked, OutputStream out) throws IOException;
  }

  /** Answers on another port as well, which it gives. */
  public int listen(ServerSocket server) {
    servers.add(server);
    Thread.ofVirtual().start(() -> accept(server));
    return server.getLocalPort();
  }

  /** Sets what an address answers; one that ends with {@code ?} all queries of that path. */
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

  private void accept(ServerSocket server) {
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
      InputStream in = new BufferedInputStream(socket.getInputStream());
      in.mark(1);
      if (in.read() == TLS_HANDSHAKE) {
        // As a server of plain http answers to TLS.
        head(socket.getOutputStream(), 400, "");
        return;
      }
      in.reset();
      Asked asked = read(in);
      log.add(asked);
      answer(asked.address()).write(asked, socket.getOutputStream());
    } catch (IOException e) {
      // The client went away, as it should from some of these answers.
    }
  }

  private Answer answer(String address) {
    Answer exact = answers.get(address);
    if (exact != null) {
      return exact;
    }
    int query = address.indexOf('?');
    String any = query < 0 ? address : address.substring(0, query + 1);
    return answers.getOrDefault(any, status(404, "", "nothing"));
  }

  private static Asked read(InputStream stream) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.ISO_8859_1));
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
    for (ServerSocket server : servers) {
      server.close();
    }
  }
}
