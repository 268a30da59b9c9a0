package dev.podium.local.stack;

import dev.podium.local.server.Folders;
import dev.podium.local.server.ServerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the state of a run lives; used by one run at a time. */
final class DataFolder implements AutoCloseable {

  private final Path path;
  private final boolean temporary;
  private final FileLock lock;

  private DataFolder(Path path, boolean temporary, FileLock lock) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
  }

  /** Opens the one that is asked for, or a fresh one that goes at the end. */
  static DataFolder open(Path wanted) throws IOException {
    Path path = wanted == null ? temporary() : created(wanted);
    if (!Files.isWritable(path)) {
      throw new ServerException(
          path
              + " cannot be written by "
              + System.getProperty("user.name")
              + ": use another --data");
    }
    FileChannel channel =
        FileChannel.open(
            path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      throw new ServerException(path + " is used by another stack that runs: use another --data");
    }
    return new DataFolder(path, wanted == null, lock);
  }

  private static Path created(Path wanted) throws IOException {
    if (Files.exists(wanted) && !Files.isDirectory(wanted)) {
      throw new ServerException(wanted + " is not a folder: use another --data");
    }
    return Files.createDirectories(wanted);
  }

  /** Others may pass through it, since some servers run as another user. */
  private static Path temporary() throws IOException {
    return Files.createTempDirectory(
        temporaryParent(),
        "podium-",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
  }

  /** On disk where possible, since /tmp is memory on some systems. */
  static Path temporaryParent() {
    Path onDisk = Path.of("/var/tmp");
    return Files.isWritable(onDisk) ? onDisk : Path.of(System.getProperty("java.io.tmpdir"));
  }

  Path path() {
    return path;
  }

  boolean isTemporary() {
    return temporary;
  }

  @Override
  public void close() throws IOException {
    lock.channel().close();
    if (temporary) {
      Folders.delete(path);
    }
  }
}
