package dev.podium.local.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program that starts a process and then only waits; tests kill it. */
final class Sleeper {

  private Sleeper() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    ServerProcess process =
        ServerProcess.start(
            new Launch(
                List.of("/bin/sh", "-c", "sleep 1000 & wait"),
                Map.of(),
                folder,
                folder.resolve("log"),
                StopSignal.TERM,
                Duration.ofSeconds(2),
                folder));
    System.out.println(process.pid());
    process.onExit().join();
  }
}
