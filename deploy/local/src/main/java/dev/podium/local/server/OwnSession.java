package dev.podium.local.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts a command in a session of its own where {@code setsid} is there, so that Ctrl-C on the
 * terminal reaches only the program that then stops all in the right order.
 */
public final class OwnSession {

  private static final boolean AVAILABLE =
      Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).anyMatch(Files::isExecutable);

  private OwnSession() {}

  public static List<String> command(List<String> command) {
    if (!AVAILABLE) {
      return command;
    }
    List<String> all = new ArrayList<>(List.of("setsid"));
    all.addAll(command);
    return all;
  }
}
