package dev.podium.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortOwnerTest {

  @Test
  void knowsThisProcess() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

      String owner = PortOwner.describe(socket.getLocalPort());

      assertThat(owner).startsWith("pid " + ProcessHandle.current().pid() + " (").contains("java");
    }
  }

  @Test
  void readsTheTablesOfTheKernel(@TempDir Path proc) throws IOException {
    Files.createDirectory(proc.resolve("net"));
    Files.writeString(
        proc.resolve("net/tcp"),
        """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100007F:2390 0100007F:9999 01 00000000:00000000 00:00000000 00000000     0        0 111 1
           1: 0100007F:2390 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 222 1
        """);
    Files.createDirectories(proc.resolve("41/fd"));
    Files.createSymbolicLink(proc.resolve("41/fd/3"), Path.of("socket:[111]"));
    Files.createDirectories(proc.resolve("42/fd"));
    Files.createSymbolicLink(proc.resolve("42/fd/7"), Path.of("socket:[222]"));

    var pid = new PortOwner(proc).pid(0x2390);

    assertThat(pid).contains(42L);
    assertThat(new PortOwner(proc).pid(1)).isEmpty();
  }
}
