package dev.podium.contracts.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON in the making, for values that are written too often for a mapper: the same bytes as {@link
 * EventJson} writes. It trusts its caller to open, name and close in order. Not safe for concurrent
 * use, but for use again and again.
 */
public final class JsonBytes {

  private static final int USUAL_BYTES = 1 << 17;

  /** What is larger is not kept for the next value. */
  private static final int MOST_KEPT_BYTES = 1 << 21;

  /** Of a number with its sign, and more than of any bracket, quote or comma. */
  private static final int FEW_BYTES = 24;

  /** Chars of a text that are written at once, each of which takes six bytes at most. */
  private static final int CHUNK = 1 << 10;

  private static final int MOST_BYTES_OF_A_CHAR = 6;

  /** Texts from this length on are remembered, since an answer's text is that of its only part. */
  private static final int LONG_TEXT = 64;

  private static final byte[] NULL = ascii("null");
  private static final byte[] HEX = ascii("0123456789ABCDEF");

  /** What follows the backslash of an ASCII character: 0 for nothing, {@code u} for its number. */
  private static final byte[] ESCAPES = escapes();

  private final char[] chunk = new char[CHUNK];
  private byte[] bytes = new byte[USUAL_BYTES];
  private int end;
  private boolean comma;
  private String remembered;
  private int rememberedFrom;
  private int rememberedTo;

  /** A field's name, ready to be written again and again. */
  public static final class Name {

    private final byte[] quoted;

    public Name(String name) {
      this.quoted = ascii('"' + name + "\":");
    }
  }

  /** Begins an object or a list. */
  public JsonBytes open(char bracket) {
    separate(false);
    bytes[end++] = (byte) bracket;
    return this;
  }

  /** Ends an object or a list. */
  public JsonBytes close(char bracket) {
    ensure(FEW_BYTES);
    bytes[end++] = (byte) bracket;
    comma = true;
    return this;
  }

  /** Names what comes next. */
  public JsonBytes name(Name name) {
    separate(false);
    append(name.quoted);
    return this;
  }

  /** A number as a value. */
  public JsonBytes number(long number) {
    separate(true);
    if (number < 0 || number > Integer.MAX_VALUE) {
      append(ascii(Long.toString(number)));
    } else {
      digits((int) number);
    }
    return this;
  }

  /** A finite number as a value. */
  public JsonBytes number(double number) {
    separate(true);
    append(ascii(Double.toString(number)));
    return this;
  }

  /** Null as a value. */
  public JsonBytes nothing() {
    separate(true);
    append(NULL);
    return this;
  }

  /** A text as a value, or null. */
  public JsonBytes text(String text) {
    if (text == null) {
      return nothing();
    }
    separate(true);
    if (text.equals(remembered)) {
      again();
      return this;
    }
    int from = end;
    quoted(text);
    if (text.length() >= LONG_TEXT) {
      remembered = text;
      rememberedFrom = from;
      rememberedTo = end;
    }
    return this;
  }

  /** Forgets what was written, also where the value before was never finished. */
  public void restart() {
    if (bytes.length > MOST_KEPT_BYTES) {
      bytes = new byte[USUAL_BYTES];
    }
    end = 0;
    comma = false;
    remembered = null;
  }

  /** All that was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, end);
  }

  private void separate(boolean commaBehind) {
    ensure(FEW_BYTES);
    if (comma) {
      bytes[end++] = ',';
    }
    comma = commaBehind;
  }

  private void append(byte[] ascii) {
    ensure(ascii.length);
    System.arraycopy(ascii, 0, bytes, end, ascii.length);
    end += ascii.length;
  }

  private void digits(int number) {
    int digits = 1;
    for (int rest = number; rest > 9; rest /= 10) {
      digits++;
    }
    int rest = number;
    for (int at = end + digits - 1; at >= end; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    end += digits;
  }

  private void again() {
    int length = rememberedTo - rememberedFrom;
    ensure(length);
    System.arraycopy(bytes, rememberedFrom, bytes, end, length);
    end += length;
  }

  private void quoted(String text) {
    bytes[end++] = '"';
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(text.length(), from + CHUNK);
      text.getChars(from, to, chunk, 0);
      ensure((to - from) * MOST_BYTES_OF_A_CHAR + 1);
      chars(to - from);
      from = to;
    }
    bytes[end++] = '"';
  }

  /** The loop that all the time goes into. */
  private void chars(int length) {
    char[] from = chunk;
    byte[] to = bytes;
    int at = end;
    int i = 0;
    while (i < length) {
      char c = from[i++];
      if (c < 0x80) {
        if (ESCAPES[c] == 0) {
          to[at++] = (byte) c;
        } else {
          at = escaped(c, at);
        }
      } else if (c < 0x800) {
        to[at++] = (byte) (0xC0 | (c >> 6));
        to[at++] = following(c);
      } else if (!Character.isSurrogate(c)) {
        to[at++] = (byte) (0xE0 | (c >> 12));
        to[at++] = following(c >> 6);
        to[at++] = following(c);
      } else {
        at = numbered(c, at);
      }
    }
    end = at;
  }

  private int escaped(char c, int at) {
    if (ESCAPES[c] == 'u') {
      return numbered(c, at);
    }
    bytes[at] = '\\';
    bytes[at + 1] = ESCAPES[c];
    return at + 2;
  }

  /** Control characters, and the halves of characters outside of the basic plane. */
  private int numbered(char c, int at) {
    bytes[at] = '\\';
    bytes[at + 1] = 'u';
    for (int digit = 0; digit < 4; digit++) {
      bytes[at + 2 + digit] = HEX[(c >> (12 - 4 * digit)) & 0xF];
    }
    return at + MOST_BYTES_OF_A_CHAR;
  }

  /** A byte of UTF-8 behind the first, with six bits. */
  private static byte following(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }

  private void ensure(int more) {
    if (bytes.length - end < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] escapes() {
    byte[] escapes = new byte[0x80];
    Arrays.fill(escapes, 0, ' ', (byte) 'u');
    escapes['"'] = '"';
    escapes['\\'] = '\\';
    escapes['\b'] = 'b';
    escapes['\f'] = 'f';
    escapes['\n'] = 'n';
    escapes['\r'] = 'r';
    escapes['\t'] = 't';
    return escapes;
  }
}
