package dev.podium.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

/**
 * The key by which the gateway knows who runs the stack, kept in the run folder for its owner.
 *
 * @param file where it is
 * @param isNew whether it was made just now, so that nobody has seen it
 */
public record AdminKey(String text, Path file, boolean isNew) {

  /** What the gateway takes. */
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]{32,256}=*");

  private static final String NAME = "admin-key";

  /** Whether the gateway takes it. */
  public static boolean isKey(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * The one that is wanted, or the one of the run before, or a new one.
   *
   * @param wanted null where any will do
   */
  public static AdminKey in(RunFolder folder, String wanted) throws IOException {
    Path file = folder.path().resolve(NAME);
    if (wanted != null) {
      write(file, wanted);
      return new AdminKey(wanted, file, false);
    }
    if (Files.exists(file)) {
      String kept = Files.readString(file).strip();
      if (isKey(kept)) {
        return new AdminKey(kept, file, false);
      }
    }
    String made = Secrets.random();
    write(file, made);
    return new AdminKey(made, file, true);
  }

  /** Readable for the owner from its first byte on. */
  private static void write(Path file, String key) throws IOException {
    Path fresh =
        Files.createTempFile(
            file.getParent(),
            NAME,
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, key + '\n');
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
