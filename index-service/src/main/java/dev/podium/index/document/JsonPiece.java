package dev.podium.index.document;

import com.fasterxml.jackson.core.SerializableString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** JSON in UTF-8 that goes into other JSON as it is; it is no text, and has no quoted form. */
final class JsonPiece implements SerializableString {

  private static final int NO_ROOM = -1;

  private final byte[] bytes;

  /** A piece of these bytes, which are not copied and not to be changed. */
  JsonPiece(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public String getValue() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public int charLength() {
    return getValue().length();
  }

  @Override
  public byte[] asUnquotedUTF8() {
    return bytes;
  }

  @Override
  public int appendUnquotedUTF8(byte[] buffer, int offset) {
    if (bytes.length > buffer.length - offset) {
      return NO_ROOM;
    }
    System.arraycopy(bytes, 0, buffer, offset, bytes.length);
    return bytes.length;
  }

  @Override
  public int appendUnquoted(char[] buffer, int offset) {
    String value = getValue();
    if (value.length() > buffer.length - offset) {
      return NO_ROOM;
    }
    value.getChars(0, value.length(), buffer, offset);
    return value.length();
  }

  @Override
  public int writeUnquotedUTF8(OutputStream out) throws IOException {
    out.write(bytes);
    return bytes.length;
  }

  @Override
  public int putUnquotedUTF8(ByteBuffer buffer) {
    if (bytes.length > buffer.remaining()) {
      return NO_ROOM;
    }
    buffer.put(bytes);
    return bytes.length;
  }

  @Override
  public char[] asQuotedChars() {
    throw noText();
  }

  @Override
  public byte[] asQuotedUTF8() {
    throw noText();
  }

  @Override
  public int appendQuotedUTF8(byte[] buffer, int offset) {
    throw noText();
  }

  @Override
  public int appendQuoted(char[] buffer, int offset) {
    throw noText();
  }

  @Override
  public int writeQuotedUTF8(OutputStream out) {
    throw noText();
  }

  @Override
  public int putQuotedUTF8(ByteBuffer buffer) {
    throw noText();
  }

  private static UnsupportedOperationException noText() {
    return new UnsupportedOperationException("JSON that is written as it is");
  }
}
