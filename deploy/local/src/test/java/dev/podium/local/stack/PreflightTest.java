package dev.podium.local.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.local.server.ServerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

  /** Where none of the ports is one that anything usual listens on. */
  private static final int OFFSET = 13_570;

  @TempDir Path folder;

  @Test
  void namesTheOwnerOfATakenPortAndTheFlagThatHelps() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9092 + OFFSET));

      assertThatThrownBy(() -> Preflight.check(new StackOptions(folder, OFFSET, true, false, null)))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("Port " + (9092 + OFFSET) + " (kafka)")
          .hasMessageContaining("pid " + ProcessHandle.current().pid())
          .hasMessageContaining("--port-offset " + (OFFSET + 1000));
    }
  }

  @Test
  void saysHowMuchMemoryIsMissing() {
    assertThatThrownBy(() -> Preflight.checkMemory(1.25 * 1024 * 1024 * 1024))
        .isInstanceOf(ServerException.class)
        .hasMessage("Too little memory: the stack needs about 3 GiB, 1.3 GiB are available.");
    assertThatCode(() -> Preflight.checkMemory(3.0 * 1024 * 1024 * 1024))
        .doesNotThrowAnyException();
  }
}
