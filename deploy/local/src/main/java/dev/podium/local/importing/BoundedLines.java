package dev.podium.local.importing;

import java.io.IOException;
import java.io.Reader;

/** Lines of a text, none longer than a limit in memory, so that a wrong file does no harm. */
final class BoundedLines {

  private static final int LIMIT = 1024 * 1024;

  private final Reader reader;

  /** For a buffered reader. */
  BoundedLines(Reader reader) {
    this.reader = reader;
  }

  /** The next line, cut at the limit; null at the end. */
  String next() throws IOException {
    int character = reader.read();
    if (character < 0) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    while (character >= 0 && character != '\n') {
      if (line.length() < LIMIT) {
        line.append((char) character);
      }
      character = reader.read();
    }
    return line.toString();
  }
}
