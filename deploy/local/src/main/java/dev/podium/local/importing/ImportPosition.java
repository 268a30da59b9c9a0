package dev.podium.local.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** How far the import of a file has come, kept so that it can go on there after an interruption. */
public final class ImportPosition {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Path note;
  private final Saved now;

  private ImportPosition(Path note, Saved now) {
    this.note = note;
    this.now = now;
  }

  /**
   * Of a file.
   *
   * @param folder where it is noted
   */
  public static ImportPosition of(WarcFile file, Path folder) throws IOException {
    String path = file.path().toString();
    UUID name = UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8));
    return new ImportPosition(
        Files.createDirectories(folder).resolve(name + ".json"),
        new Saved(path, file.size(), file.modified().toString(), 0));
  }

  /** Where to go on; 0 for a file that is new, or another than it was. */
  long read() throws IOException {
    if (!Files.exists(note)) {
      return 0;
    }
    Saved saved = JSON.readValue(note.toFile(), Saved.class);
    return saved.equals(now.at(saved.position())) ? saved.position() : 0;
  }

  void write(long position) throws IOException {
    Path fresh = note.resolveSibling(note.getFileName() + ".new");
    JSON.writeValue(fresh.toFile(), now.at(position));
    Files.move(fresh, note, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  void clear() throws IOException {
    Files.deleteIfExists(note);
  }

  /** What is noted, and by what a file is known again. */
  record Saved(String file, long size, String modified, long position) {

    Saved at(long other) {
      return new Saved(file, size, modified, other);
    }
  }
}
