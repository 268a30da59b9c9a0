package dev.podium.local.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Finds where records of a WARC file begin, compressed or not. */
final class RecordStarts {

  private static final byte[] RECORD = "WARC/".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};
  private static final Pattern FIRST_LINE = Pattern.compile("WARC/[0-9]+\\.[0-9]+\r\n");
  private static final int FIRST_LINE_BYTES = 20;
  private static final int WINDOW = 64 * 1024;

  private final FileChannel file;
  private final byte[] mark;

  RecordStarts(FileChannel file) throws IOException {
    this.file = file;
    this.mark = Arrays.equals(bytes(0, GZIP.length), GZIP) ? GZIP : RECORD;
  }

  /** The first at or after a position; negative where there is none. */
  long from(long position) throws IOException {
    long window = position;
    while (window < file.size()) {
      byte[] bytes = bytes(window, WINDOW + mark.length - 1);
      for (int i = 0; i + mark.length <= bytes.length; i++) {
        if (marked(bytes, i) && is(window + i)) {
          return window + i;
        }
      }
      window += WINDOW;
    }
    return -1;
  }

  private boolean marked(byte[] bytes, int index) {
    return bytes[index] == mark[0]
        && Arrays.equals(bytes, index, index + mark.length, mark, 0, mark.length);
  }

  /** Whether a record begins there. */
  boolean is(long position) throws IOException {
    if (position < 0 || !Arrays.equals(bytes(position, mark.length), mark)) {
      return false;
    }
    if (mark == GZIP) {
      return Arrays.equals(inflated(position), RECORD);
    }
    String line = new String(bytes(position, FIRST_LINE_BYTES), StandardCharsets.ISO_8859_1);
    return FIRST_LINE.matcher(line).lookingAt();
  }

  private byte[] inflated(long position) {
    try (InputStream plain = new GZIPInputStream(new At(file, position))) {
      return plain.readNBytes(RECORD.length);
    } catch (IOException e) {
      // The mark was there by chance.
      return new byte[0];
    }
  }

  private byte[] bytes(long position, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    int read = 0;
    while (read >= 0 && buffer.hasRemaining()) {
      read = file.read(buffer, position + buffer.position());
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /** The bytes of a file from a position on, which is not moved. */
  private static final class At extends InputStream {

    private final FileChannel file;
    private long position;

    At(FileChannel file, long position) {
      this.file = file;
      this.position = position;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = file.read(ByteBuffer.wrap(into, offset, length), position);
      position += Math.max(read, 0);
      return read;
    }
  }
}
