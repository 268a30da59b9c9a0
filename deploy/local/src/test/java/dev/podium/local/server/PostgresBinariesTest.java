package dev.podium.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

  @TempDir Path folder;

  private Path archive(String program) throws IOException {
    Path archive = folder.resolve("postgres.txz");
    try (OutputStream file = Files.newOutputStream(archive);
        TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new XZCompressorOutputStream(file))) {
      add(tar, program, 0700, "program");
      add(tar, "share/words", 0600, "words");
      TarArchiveEntry link = new TarArchiveEntry("lib/libpq.so", TarConstants.LF_SYMLINK);
      link.setLinkName("libpq.so.5");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    return archive;
  }

  private static void add(TarArchiveOutputStream tar, String name, int mode, String content)
      throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(bytes.length);
    entry.setMode(mode);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  @Test
  void keepsLinksAndWhatMayBeRunForEverybody() throws IOException {
    Path home = PostgresBinaries.unpack(archive("./bin/postgres"), folder);

    assertThat(home).isEqualTo(folder.resolve("postgres"));
    assertThat(Files.getPosixFilePermissions(home.resolve("bin/postgres")))
        .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(Files.getPosixFilePermissions(home.resolve("share/words")))
        .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(Files.readSymbolicLink(home.resolve("lib/libpq.so"))).hasToString("libpq.so.5");
  }

  @Test
  void unpacksOnceUntilTheArchiveIsAnother() throws IOException {
    Path archive = archive("bin/postgres");
    Path home = PostgresBinaries.unpack(archive, folder);
    Files.writeString(home.resolve("bin/postgres"), "touched");

    PostgresBinaries.unpack(archive, folder);
    String same = Files.readString(home.resolve("bin/postgres"));
    Files.setLastModifiedTime(archive, FileTime.from(Instant.now().plusSeconds(60)));
    PostgresBinaries.unpack(archive, folder);

    assertThat(same).isEqualTo("touched");
    assertThat(Files.readString(home.resolve("bin/postgres"))).isEqualTo("program");
  }

  @Test
  void refusesAnArchiveThatLeavesItsFolder() throws IOException {
    Path archive = archive("../escaped");

    assertThatThrownBy(() -> PostgresBinaries.unpack(archive, folder))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("outside its folder");
    assertThat(folder.resolve("escaped")).doesNotExist();
  }
}
