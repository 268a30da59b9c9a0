package dev.podium.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminKeyTest {

  private static final String WANTED = "0123456789abcdef0123456789abcdef";

  @TempDir Path temporary;

  private RunFolder folder;

  @BeforeEach
  void aFolder() throws IOException {
    folder = RunFolder.at(temporary.resolve("run"));
  }

  @Test
  void isMadeOnceAndStays() throws IOException {
    AdminKey first = AdminKey.in(folder, null);
    AdminKey second = AdminKey.in(folder, null);

    assertThat(first.isNew()).isTrue();
    assertThat(AdminKey.isKey(first.text())).isTrue();
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.isNew()).isFalse();
  }

  @Test
  void theOneThatIsWantedTakesItsPlace() throws IOException {
    AdminKey.in(folder, null);

    AdminKey wanted = AdminKey.in(folder, WANTED);

    assertThat(wanted.text()).isEqualTo(WANTED);
    assertThat(Files.readString(wanted.file())).isEqualTo(WANTED + '\n');
    assertThat(AdminKey.in(folder, null).text()).isEqualTo(WANTED);
  }

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    AdminKey key = AdminKey.in(folder, null);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void anEmptyFileIsNoKey() throws IOException {
    Files.writeString(folder.path().resolve("admin-key"), "\n");

    assertThat(AdminKey.in(folder, null).isNew()).isTrue();
  }
}
