package dev.podium.local.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Copies the end of a file, and what is added to it later. */
final class LogTail {

  private static final int BLOCK = 64 * 1024;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Path file;
  private final OutputStream out;
  private long position;

  LogTail(Path file, OutputStream out) {
    this.file = file;
    this.out = out;
  }

  /** Copies the last lines. */
  void last(int lines) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      position = startOfLast(log, lines);
    }
    copyNew();
  }

  /** Looks backwards for the line ends, block by block, since a log may be large. */
  private static long startOfLast(RandomAccessFile log, int lines) throws IOException {
    long length = log.length();
    int wanted = lines + (endsWithNewline(log) ? 1 : 0);
    byte[] block = new byte[BLOCK];
    for (long end = length; end > 0 && wanted > 0; ) {
      long start = Math.max(0, end - BLOCK);
      log.seek(start);
      log.readFully(block, 0, (int) (end - start));
      for (int i = (int) (end - start) - 1; i >= 0; i--) {
        if (block[i] == '\n' && --wanted == 0) {
          return start + i + 1;
        }
      }
      end = start;
    }
    return lines == 0 ? length : 0;
  }

  private static boolean endsWithNewline(RandomAccessFile log) throws IOException {
    if (log.length() == 0) {
      return false;
    }
    log.seek(log.length() - 1);
    return log.read() == '\n';
  }

  /** Goes on for as long as told, also when the file is replaced by a new one. */
  void follow(BooleanSupplier goOn) throws IOException {
    while (goOn.getAsBoolean()) {
      LockSupport.parkNanos(PAUSE.toNanos());
      if (Files.exists(file) && Files.size(file) < position) {
        position = 0;
      }
      copyNew();
    }
  }

  private void copyNew() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(position);
      byte[] block = new byte[BLOCK];
      for (int read = log.read(block); read >= 0; read = log.read(block)) {
        out.write(block, 0, read);
        position += read;
      }
    }
    out.flush();
  }
}
