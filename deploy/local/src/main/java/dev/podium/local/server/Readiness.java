package dev.podium.local.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Waits for servers. */
public final class Readiness {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private Readiness() {}

  /** Returns when the server is ready; fails, saying why, when it has ended or takes too long. */
  public static void await(Server server, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<String> reason = server.notReady();
    while (reason.isPresent()) {
      if (!server.running().isAlive()) {
        throw failure(server, "ended while starting");
      }
      if (System.nanoTime() > deadline) {
        throw failure(
            server, "is not ready after " + patience.toSeconds() + " s (" + reason.get() + ")");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      reason = server.notReady();
    }
  }

  private static ServerException failure(Server server, String what) {
    Running process = server.running();
    return new ServerException(
        server.name()
            + " "
            + what
            + "; the end of "
            + process.log()
            + ":\n"
            + process.lastLines(15));
  }
}
