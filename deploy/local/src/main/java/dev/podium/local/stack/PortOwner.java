package dev.podium.local.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port of this machine. */
final class PortOwner {

  private static final String LISTENING = "0A";
  private static final int COMMAND_SHOWN = 100;

  private final Path proc;

  PortOwner(Path proc) {
    this.proc = proc;
  }

  /** For a message: pid and command, or as much of it as can be known. */
  static String describe(int port) {
    return new PortOwner(Path.of("/proc"))
        .pid(port)
        .or(() -> fromLsof(port))
        .map(PortOwner::describe)
        .orElse("another process (of another user, so that its pid is hidden)");
  }

  private static String describe(long pid) {
    String command =
        ProcessHandle.of(pid)
            .flatMap(process -> process.info().commandLine())
            .orElse("command unknown");
    return "pid "
        + pid
        + " ("
        + (command.length() <= COMMAND_SHOWN
            ? command
            : command.substring(0, COMMAND_SHOWN) + " ...")
        + ")";
  }

  /** From the tables of the Linux kernel. */
  Optional<Long> pid(int port) {
    return Stream.of("net/tcp", "net/tcp6")
        .flatMap(table -> inode(proc.resolve(table), port).stream())
        .flatMap(inode -> holder("socket:[" + inode + "]").stream())
        .findFirst();
  }

  private static Optional<String> inode(Path table, int port) {
    String local = String.format(":%04X", port);
    try (Stream<String> lines = Files.lines(table)) {
      return lines
          .map(line -> line.strip().split("\\s+"))
          .filter(fields -> fields.length > 9)
          .filter(fields -> fields[1].endsWith(local) && LISTENING.equals(fields[3]))
          .map(fields -> fields[9])
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private Optional<Long> holder(String socket) {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        if (holds(process.resolve("fd"), socket)) {
          return Optional.of(Long.valueOf(process.getFileName().toString()));
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean holds(Path descriptors, String socket) {
    try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
      for (Path link : links) {
        if (Files.readSymbolicLink(link).toString().equals(socket)) {
          return true;
        }
      }
    } catch (IOException e) {
      // Another user's, or gone meanwhile.
    }
    return false;
  }

  private static Optional<Long> fromLsof(int port) {
    List<String> command = List.of("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN");
    try {
      Process lsof =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (BufferedReader reader = lsof.inputReader()) {
        String line = reader.readLine();
        return line == null ? Optional.empty() : Optional.of(Long.valueOf(line.strip()));
      }
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
