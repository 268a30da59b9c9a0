package dev.podium.local.importing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** A WARC file, plain or compressed; what is damaged in it is passed over. */
public final class WarcFile {

  private final Path path;

  private WarcFile(Path path) {
    this.path = path;
  }

  /** Whether a file is one, by its name. */
  public static boolean is(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".warc") || name.endsWith(".warc.gz");
  }

  public static WarcFile of(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new NoSuchFileException(path.toString());
    }
    return new WarcFile(path.toRealPath());
  }

  Path path() {
    return path;
  }

  long size() throws IOException {
    return Files.size(path);
  }

  Instant modified() throws IOException {
    return Files.getLastModifiedTime(path).toInstant();
  }

  /** Takes what a file holds, in order. */
  interface Reading {

    /**
     * A record.
     *
     * @return whether to go on
     * @throws IOException if it cannot be read to its end
     */
    boolean record(long position, WarcRecord record) throws IOException, InterruptedException;

    void damaged(long position, String reason);
  }

  /** Whether reading can begin there, because a record does. */
  boolean startsAt(long position) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      return new RecordStarts(file).is(position);
    }
  }

  /** Reads from a position on; after damage, from the next record that can be found. */
  void read(long from, Reading reading) throws IOException, InterruptedException {
    try (FileChannel file = FileChannel.open(path)) {
      RecordStarts starts = new RecordStarts(file);
      long start = starts.from(from);
      if (start != from && file.size() > from) {
        reading.damaged(from, "no record of a WARC file begins here");
      }
      while (start >= 0) {
        long broken = run(file.position(start), reading);
        start = broken < 0 ? -1 : starts.from(broken + 1);
      }
    }
  }

  /** Returns where it broke off; negative at the end. */
  private static long run(FileChannel file, Reading reading)
      throws IOException, InterruptedException {
    // Not closed: that would close the file, from which another may go on.
    WarcReader reader = new WarcReader(file);
    try {
      Optional<WarcRecord> next = reader.next();
      while (next.isPresent() && reading.record(reader.position(), next.get())) {
        next = reader.next();
      }
      return -1;
    } catch (IOException | RuntimeException e) {
      // Damage makes a reader fail in ways that it does not name.
      reading.damaged(reader.position(), "damaged: " + e.getMessage());
      return reader.position();
    }
  }
}
