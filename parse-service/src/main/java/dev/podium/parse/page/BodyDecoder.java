package dev.podium.parse.page;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.podium.contracts.briefing.Rejection;
import dev.podium.contracts.briefing.Warning;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides in which charset a body is, and decodes it. A byte order mark counts first, then what the
 * bytes are without doubt (UTF-8 with characters beyond ASCII), then the header, the document's own
 * word, and a guess.
 */
public final class BodyDecoder {

  /** A guess needs so much confidence, of 100. */
  private static final int SURE = 30;

  private static final int SAMPLE = 64 * 1024;

  /** One damaged character in so many is no text any more. */
  private static final int DAMAGE = 20;

  private final byte[] bytes;
  private final String header;
  private final List<Warning> warnings = new ArrayList<>();

  private BodyDecoder(byte[] bytes, String header) {
    this.bytes = bytes;
    this.header = header;
  }

  /**
   * Decodes a body.
   *
   * @param declared the charset of the Content-Type header, or null
   */
  public static Decoded decode(byte[] bytes, String declared) {
    return new BodyDecoder(bytes, declared).decode();
  }

  private Decoded decode() {
    Charset marked = byteOrderMark();
    if (marked != null) {
      int skip = marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
      return lenient(marked, skip);
    }
    Utf8.Text utf8 = Utf8.decode(bytes);
    if ((mayHold(utf8, '\0') && isBinary()) || isArchive()) {
      Charset wide = ByteShapes.wide(bytes, SAMPLE);
      return wide == null ? reject("not-text", "the body is binary data, no text") : detected(wide);
    }
    if (mayHold(utf8, ByteShapes.ESCAPE) && ByteShapes.switchesToJapanese(bytes, SAMPLE)) {
      return detected(Charset.forName("ISO-2022-JP"));
    }
    Charset declared = declared();
    if (utf8 != null) {
      return asUtf8(utf8, declared);
    }
    String text = declared == null ? null : strict(declared);
    return text != null ? result(text, declared) : guessed(declared);
  }

  private Decoded asUtf8(Utf8.Text utf8, Charset declared) {
    boolean ascii = utf8.text().length() == bytes.length;
    if (declared == null || declared.equals(StandardCharsets.UTF_8)) {
      return result(utf8);
    }
    String other = ascii ? strict(declared) : null;
    if (other != null) {
      return result(other, declared);
    }
    warn("charset-disagreement", "declared as " + declared.name() + ", but the bytes are UTF-8");
    return result(utf8);
  }

  private Charset byteOrderMark() {
    if (starts(0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    if (starts(0xfe, 0xff)) {
      return StandardCharsets.UTF_16BE;
    }
    return starts(0xff, 0xfe) ? StandardCharsets.UTF_16LE : null;
  }

  private boolean starts(int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Texts hold no zero bytes, but for those that only broken software leaves. */
  private boolean isBinary() {
    int zeros = 0;
    int end = Math.min(bytes.length, SAMPLE);
    for (int i = 0; i < end; i++) {
      if (bytes[i] == 0) {
        zeros++;
      }
    }
    return zeros * 50 > end;
  }

  private boolean isArchive() {
    return starts('%', 'P', 'D', 'F') || starts('P', 'K', 3, 4);
  }

  /** A quick look; a body that is no UTF-8 may hold anything. */
  private static boolean mayHold(Utf8.Text utf8, char c) {
    return utf8 == null || utf8.text().indexOf(c) >= 0;
  }

  private Charset declared() {
    Charset fromHeader = header == null ? null : named(header, "Content-Type header");
    String meta = CharsetNames.inMeta(bytes);
    Charset fromMeta = meta == null ? null : named(meta, "meta element");
    if (fromHeader != null && fromMeta != null && !fromHeader.equals(fromMeta)) {
      warn(
          "charset-disagreement",
          "the header says " + fromHeader.name() + ", the document " + fromMeta.name());
    }
    return fromHeader != null ? fromHeader : fromMeta;
  }

  private Charset named(String name, String place) {
    Charset charset = CharsetNames.charset(name);
    if (charset == null) {
      warn("charset-unknown", "the " + place + " names an unknown charset: " + name);
    }
    return charset;
  }

  private String strict(Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private Decoded guessed(Charset declared) {
    // Markup is in ASCII, and would drown what tells one charset from another.
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true);
    CharsetMatch match =
        detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE))).detect();
    Charset charset = match == null ? null : CharsetNames.charset(match.getName());
    boolean sure = charset != null && match.getConfidence() >= SURE;
    String text = sure ? strict(charset) : null;
    if (text != null) {
      warn(
          "charset-detected",
          (declared == null ? "no charset is declared" : "the bytes are not " + declared.name())
              + "; they look like "
              + charset.name());
      return result(text, charset);
    }
    return lenient(declared != null ? declared : StandardCharsets.UTF_8, 0);
  }

  /** The shape of the bytes leaves no doubt. */
  private Decoded detected(Charset charset) {
    warn("charset-detected", "the bytes look like " + charset.name());
    return lenient(charset, 0);
  }

  /** Decodes what can be decoded; what cannot be becomes U+FFFD. */
  private Decoded lenient(Charset charset, int skip) {
    String text = new String(bytes, skip, bytes.length - skip, charset);
    long damaged = text.chars().filter(c -> c == '\ufffd').count();
    if (damaged * DAMAGE > text.length()) {
      return reject(
          "undecodable",
          damaged + " of " + text.length() + " characters are not " + charset.name());
    }
    if (damaged > 0) {
      warn("damaged-bytes", damaged + " characters are not " + charset.name());
    }
    return result(text, charset);
  }

  private void warn(String code, String text) {
    warnings.add(new Warning(code, text));
  }

  private Decoded result(Utf8.Text utf8) {
    return new Decoded(
        utf8.text(), utf8.codePoints(), StandardCharsets.UTF_8.name(), warnings, null);
  }

  private Decoded result(String text, Charset charset) {
    return new Decoded(text, CodePoints.of(text), charset.name(), warnings, null);
  }

  private Decoded reject(String code, String text) {
    return new Decoded(
        "",
        CodePoints.NO_PAIRS,
        StandardCharsets.UTF_8.name(),
        warnings,
        new Rejection(code, text));
  }
}
