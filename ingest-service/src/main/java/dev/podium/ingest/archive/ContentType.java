package dev.podium.ingest.archive;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Content-Type that pages may have.
 *
 * @param value as received
 * @param essence type and subtype, in lower case
 * @param charset as declared, or null
 */
public record ContentType(String value, String essence, String charset) {

  /** Those that are taken. */
  public static final List<String> ACCEPTED =
      List.of("text/html", "application/xhtml+xml", "text/plain", "text/markdown");

  private static final int MAX_LENGTH = 200;
  private static final Pattern FORM =
      Pattern.compile("\\s*([!#$%&'*+.^_`|~\\w-]+/[!#$%&'*+.^_`|~\\w-]+)\\s*(;[\\x20-\\x7e]*)?");
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([\\w.:+-]+)", Pattern.CASE_INSENSITIVE);

  /**
   * Reads a header.
   *
   * @throws UnsupportedContentTypeException if pages may not have it; the message names those that
   *     they may have
   */
  public static ContentType parse(String header) {
    String value = header == null ? "" : header.strip();
    Matcher matcher = FORM.matcher(value);
    if (value.length() > MAX_LENGTH || !matcher.matches()) {
      throw new UnsupportedContentTypeException(value);
    }
    String essence = matcher.group(1).toLowerCase(Locale.ROOT);
    if (!ACCEPTED.contains(essence)) {
      throw new UnsupportedContentTypeException(value);
    }
    Matcher charset = CHARSET.matcher(value);
    return new ContentType(value, essence, charset.find() ? charset.group(1) : null);
  }

  boolean html() {
    return essence.equals("text/html") || essence.equals("application/xhtml+xml");
  }
}
