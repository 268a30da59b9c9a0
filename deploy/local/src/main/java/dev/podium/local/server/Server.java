package dev.podium.local.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A server that this JVM runs: launched, asked whether it is ready in its own protocol, stopped.
 */
public interface Server extends AutoCloseable {

  /** The name that commands and logs use, for example {@code kafka}. */
  String name();

  /** Host and port that its clients use. */
  String address();

  /** Prepares its folder and starts the process; returns at once. */
  void launch() throws IOException;

  /** Why it cannot serve yet; empty once it can. Takes at most a few seconds. */
  Optional<String> notReady();

  /** What {@link #launch()} has started; null before. */
  Running running();

  /** Stops it and waits for its end. */
  @Override
  void close();

  /** Launches and waits; on failure nothing of it is left running. */
  default void start(Duration patience) {
    try {
      launch();
      Readiness.await(this, patience);
    } catch (IOException e) {
      throw new ServerException("Cannot start " + name() + ": " + e.getMessage(), e);
    } catch (ServerException e) {
      close();
      throw e;
    }
  }
}
