package dev.podium.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process of ours, written down so that it can be found after its supervisor was killed.
 *
 * @param startedAt tells it from a later process with the same pid; in milliseconds
 */
public record RecordedProcess(String name, long pid, long startedAt) {

  /** The system counts in ticks since a boot whose time it rounds. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  static RecordedProcess of(String name, long pid) {
    return new RecordedProcess(
        name,
        pid,
        ProcessHandle.of(pid)
            .flatMap(process -> process.info().startInstant())
            .map(Instant::toEpochMilli)
            .orElse(0L));
  }

  /** The process itself, if it still runs; another one with its pid is not it. */
  Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process
                    .info()
                    .startInstant()
                    .map(started -> Math.abs(started.toEpochMilli() - startedAt))
                    .filter(difference -> difference <= TOLERANCE.toMillis())
                    .isPresent());
  }

  boolean isAlive() {
    return handle().isPresent();
  }
}
