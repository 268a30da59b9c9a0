package dev.podium.ingest.archive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What a reader sees of a page, for telling an edit from a change of bytes: no markup, scripts,
 * comments or volatile parts, runs of white space folded.
 */
final class VisibleText {

  private static final String UNSEEN = "script, style, template, noscript, [hidden]";

  static String sha256(byte[] body, ContentType type, List<String> volatileSelectors) {
    String text = PageDecoder.decode(body, type, null);
    String seen = type.html() ? ofHtml(text, volatileSelectors) : text;
    return Content.sha256(folded(seen).getBytes(StandardCharsets.UTF_8));
  }

  /** Runs of what cannot be seen as one blank, none at the edges. */
  static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isUnseen(c)) {
        blank = true;
      } else {
        if (blank && !folded.isEmpty()) {
          folded.append(' ');
        }
        blank = false;
        folded.appendCodePoint(c);
      }
    }
    return folded.toString().strip();
  }

  /** White space, separators and format characters. */
  private static boolean isUnseen(int c) {
    if (c < 0x80) {
      return c == ' ' || (c >= '\t' && c <= '\r');
    }
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  private static String ofHtml(String html, List<String> volatileSelectors) {
    Document document = Jsoup.parse(html);
    document.select(UNSEEN).remove();
    volatileSelectors.forEach(selector -> document.select(selector).remove());
    return document.title() + '\n' + document.body().text();
  }

  private VisibleText() {}
}
