package dev.podium.ingest.frontier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on all addresses of this machine, which counts who connects. */
final class Bait implements AutoCloseable {

  private final ServerSocket server;
  private final AtomicInteger connected = new AtomicInteger();

  Bait() {
    try {
      server = new ServerSocket(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  int connected() {
    return connected.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        connected.incrementAndGet();
      } catch (IOException e) {
        // It was closed, or who connected went away.
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
