package dev.podium.local.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a process is started and ended.
 *
 * @param environment added to ours
 * @param log where its output is appended
 * @param removedAtExit a folder that goes when this JVM ends, or null
 */
public record Launch(
    List<String> command,
    Map<String, String> environment,
    Path directory,
    Path log,
    StopSignal signal,
    Duration grace,
    Path removedAtExit) {

  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
