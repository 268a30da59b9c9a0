package dev.podium.local.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory processes hold, shared pages counted in shares. */
final class ProcessMemory {

  private ProcessMemory() {}

  /**
   * Of a process and its children, in bytes; empty when nobody says. This process has the whole
   * stack for children and is counted alone.
   */
  static OptionalLong of(long pid) {
    long kilobytes =
        pid == ProcessHandle.current().pid()
            ? kilobytes(pid)
            : ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process -> kilobytes(process.pid()))
                .sum();
    return kilobytes == 0 ? OptionalLong.empty() : OptionalLong.of(kilobytes * 1024);
  }

  private static long kilobytes(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    return field(process.resolve("smaps_rollup"), "Pss:")
        .or(() -> field(process.resolve("status"), "VmRSS:"))
        .orElseGet(() -> fromPs(pid));
  }

  private static Optional<Long> field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static long fromPs(long pid) {
    if (Files.isDirectory(Path.of("/proc/self"))) {
      return 0;
    }
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      try (BufferedReader reader = ps.inputReader()) {
        String line = reader.readLine();
        return line == null ? 0 : Long.parseLong(line.strip());
      }
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
