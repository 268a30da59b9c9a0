package dev.podium.local.server;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** What runs of a server. */
public interface Running {

  long pid();

  boolean isAlive();

  /** Done when it has ended, with its exit code. */
  CompletableFuture<Integer> onExit();

  Path log();

  /** The last lines of its log, for a message. */
  String lastLines(int count);
}
