package dev.podium.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podium.local.server.ServerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder of a run: who supervises it, what runs, and the logs. Only its owner may look inside.
 */
public final class RunFolder {

  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

  private final Path folder;

  private RunFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The one of a checkout, created when it is not there; or where the system property {@code
   * podium.run} says, so that a test runs beside the stack of whoever works here.
   */
  public static RunFolder of(Path root) throws IOException {
    String elsewhere = System.getProperty("podium.run");
    return at(elsewhere == null ? root.resolve("deploy/local/.run") : Path.of(elsewhere));
  }

  static RunFolder at(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    if (!Files.isWritable(folder)) {
      throw new ServerException(
          folder
              + " belongs to "
              + Files.getOwner(folder)
              + ", who alone can look after that run.");
    }
    return new RunFolder(folder);
  }

  public Path path() {
    return folder;
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  /** Where a copy of what the build has made runs, undisturbed by the next build. */
  public Path program(String name) {
    return folder.resolve("programs").resolve(name);
  }

  Optional<RunRecord> read() throws IOException {
    Path file = folder.resolve("run.json");
    return Files.exists(file)
        ? Optional.of(JSON.readValue(file.toFile(), RunRecord.class))
        : Optional.empty();
  }

  void write(RunRecord record) throws IOException {
    Path fresh = folder.resolve("run.json.new");
    JSON.writeValue(fresh.toFile(), record);
    Files.move(
        fresh,
        folder.resolve("run.json"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  void clear() throws IOException {
    Files.deleteIfExists(folder.resolve("run.json"));
  }

  /** Held by the supervisor for its life; empty when another one has it. */
  Optional<FileLock> lock() throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return Optional.ofNullable(channel.tryLock());
  }
}
