package dev.podium.parse.page;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which charset a name on the web stands for. */
final class CharsetNames {

  private static final int PRESCAN = 4096;
  private static final Pattern META =
      Pattern.compile(
          "<meta\\b[^>]{0,200}?charset\\s{0,9}=\\s{0,9}[\"']?([A-Za-z0-9_:.-]{1,40})"
              + "|<\\?xml\\b[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9_:.-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  /** Decoders that let halves of surrogate pairs through; browsers do not know these charsets. */
  private static final Set<String> HALVES =
      Set.of("CESU-8", "UTF-32", "UTF-32BE", "UTF-32LE", "X-UTF-32BE-BOM", "X-UTF-32LE-BOM");

  /**
   * The charset, or null if there is none of that name; the names mean what browsers take them for.
   */
  static Charset charset(String name) {
    String usual =
        switch (name.strip().toLowerCase(Locale.ROOT)) {
          case "gb2312", "gbk", "gb_2312-80", "x-gbk", "hz-gb-2312", "gb18030" -> "GB18030";
          case "iso-8859-1", "latin1", "us-ascii", "ascii" -> "windows-1252";
          case "shift_jis", "sjis", "shift-jis", "x-sjis" -> "windows-31j";
          case "ks_c_5601-1987", "euc-kr" -> "x-windows-949";
          case "iso-8859-9" -> "windows-1254";
          case "utf8", "unicode-1-1-utf-8" -> "UTF-8";
          case "utf-16" -> "UTF-16LE";
          default -> name.strip();
        };
    try {
      Charset charset = Charset.forName(usual);
      return charset.canEncode() && !HALVES.contains(charset.name()) ? charset : null;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** What the document itself says in its first bytes, or null. */
  static String inMeta(byte[] bytes) {
    int length = Math.min(bytes.length, PRESCAN);
    String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    Matcher tag = META.matcher(start);
    for (int at = start.indexOf('<'); at >= 0; at = start.indexOf('<', at + 1)) {
      boolean likely = at + 1 < length && "mM?".indexOf(start.charAt(at + 1)) >= 0;
      if (likely && tag.region(at, length).lookingAt()) {
        return tag.group(1) != null ? tag.group(1) : tag.group(2);
      }
    }
    return null;
  }

  private CharsetNames() {}
}
