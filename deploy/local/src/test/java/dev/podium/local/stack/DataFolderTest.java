package dev.podium.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.local.server.ServerException;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path temporary;

  @Test
  void whatIsAskedForIsKept() throws IOException {
    Path wanted = temporary.resolve("deep/data");

    DataFolder folder = DataFolder.open(wanted);
    Files.writeString(folder.path().resolve("state"), "kept");
    folder.close();

    assertThat(wanted.resolve("state")).hasContent("kept");
  }

  @Test
  void whatIsTemporaryGoes() throws IOException {
    DataFolder folder = DataFolder.open(null);
    Files.writeString(folder.path().resolve("state"), "gone");

    folder.close();

    assertThat(folder.path()).doesNotExist();
  }

  @Test
  void isOpenOnce() throws IOException {
    DataFolder folder = DataFolder.open(temporary);

    // Within one JVM the lock says so itself; between two it is simply not given.
    assertThatThrownBy(() -> DataFolder.open(temporary))
        .isInstanceOf(OverlappingFileLockException.class);
    folder.close();
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");

    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("is not a folder");
  }
}
