package dev.podium.ingest.discover;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends after so many bytes, and knows whether there were more. */
final class CutStream extends FilterInputStream {

  private long room;
  private boolean cut;

  CutStream(InputStream in, long limit) {
    super(in);
    this.room = limit;
  }

  boolean cut() {
    return cut;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (room == 0) {
      cut = super.read() >= 0;
      return -1;
    }
    int read = super.read(bytes, offset, (int) Math.min(length, room));
    room -= Math.max(read, 0);
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
