package dev.podium.local.stack;

import com.sun.management.OperatingSystemMXBean;
import dev.podium.local.server.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What must hold before a start is worth trying. */
public final class Preflight {

  private static final double GIBIBYTE = 1024.0 * 1024 * 1024;
  private static final double MEMORY = 2.5;
  private static final double DISK = 2;

  private Preflight() {}

  /** Fails with the one line that helps. */
  public static void check(StackOptions options) throws IOException {
    checkPorts(options);
    checkMemory(availableMemory());
    checkDisk(options.data() == null ? DataFolder.temporaryParent() : options.data());
  }

  private static void checkPorts(StackOptions options) {
    new Ports(options.portOffset())
        .all(options.samples())
        .forEach(
            (name, port) -> {
              if (isTaken(port)) {
                throw new ServerException(
                    "Port %d (%s) is taken by %s: end that, or use other ports with --port-offset %d"
                        .formatted(port, name, PortOwner.describe(port), suggestedOffset(options)));
              }
            });
  }

  private static int suggestedOffset(StackOptions options) {
    int offset = options.portOffset();
    do {
      offset += 1000;
    } while (offset <= Ports.LARGEST_OFFSET
        && new Ports(offset).all(options.samples()).values().stream().anyMatch(Preflight::isTaken));
    return offset;
  }

  private static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  static void checkMemory(double bytes) {
    double available = bytes / GIBIBYTE;
    if (available < MEMORY) {
      throw new ServerException(
          "Too little memory: the stack needs about 3 GiB, %.1f GiB are available."
              .formatted(available));
    }
  }

  /** The smaller one of what the machine has to give and what a container may take. */
  private static double availableMemory() {
    double machine = kilobytes(Path.of("/proc/meminfo"), "MemAvailable:") * 1024;
    double container =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return Math.min(machine, container);
  }

  private static double kilobytes(Path file, String field) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(field))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(Double.MAX_VALUE);
    } catch (IOException | UncheckedIOException e) {
      return Double.MAX_VALUE;
    }
  }

  private static void checkDisk(Path data) throws IOException {
    Path existing = data;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    double free = Files.getFileStore(existing).getUsableSpace() / GIBIBYTE;
    if (free < DISK) {
      throw new ServerException(
          "Too little disk: the stack needs about 2 GiB in %s, %.1f GiB are free."
              .formatted(existing, free));
    }
  }
}
