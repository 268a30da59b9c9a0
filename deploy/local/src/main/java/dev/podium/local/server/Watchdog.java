package dev.podium.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A small shell beside a server that ends it when this JVM is gone, however it went: it waits on a
 * pipe that only this JVM holds open.
 */
final class Watchdog {

  /**
   * Arguments: signal, seconds of grace, folder to remove (or empty), pid. The process leads a
   * group where it has a session of its own, and the whole group has to go.
   */
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      read -r word && exit 0
      lives() {
        kill -0 "$1" 2>/dev/null || kill -0 -- "-$1" 2>/dev/null
      }
      kill -s "$1" "$4" 2>/dev/null
      left=$(($2 * 10))
      while lives "$4" && [ "$left" -gt 0 ]; do
        left=$((left - 1))
        sleep 0.1
      done
      kill -s KILL "$4" 2>/dev/null
      kill -s KILL -- "-$4" 2>/dev/null
      [ -z "$3" ] || rm -rf "$3"
      """;

  private final Process shell;

  private Watchdog(Process shell) {
    this.shell = shell;
  }

  static Watchdog over(long pid, Launch launch) throws IOException {
    List<String> command =
        List.of(
            "/bin/sh",
            "-c",
            SCRIPT,
            "podium-watchdog",
            launch.signal().name(),
            Long.toString(launch.grace().toSeconds()),
            launch.removedAtExit() == null ? "" : launch.removedAtExit().toString(),
            Long.toString(pid));
    return new Watchdog(
        new ProcessBuilder(OwnSession.command(command))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** The server has ended: nothing is left to watch, and its pid may become somebody else's. */
  void dismiss() {
    try (var pipe = shell.getOutputStream()) {
      pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      if (shell.isAlive()) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
