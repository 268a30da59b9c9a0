package dev.podium.parse.page;

import java.util.Locale;

/** Reads a decoded body as what its content type, or else its first characters, say that it is. */
public final class PageReader {

  private static final int LOOK_AHEAD = 2000;

  /**
   * Reads a page.
   *
   * @param contentType as received, or null
   * @param breaks what is known of the lines of a plain text
   */
  public static Page read(String body, String contentType, Layout layout, LineBreaks breaks) {
    return isHtml(body, contentType)
        ? HtmlPage.read(body, layout)
        : TextPage.read(body, TextPage.isMarkdown(contentType), breaks);
  }

  private static boolean isHtml(String body, String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (type.contains("html") || type.contains("xml")) {
      return true;
    }
    if (type.startsWith("text/")) {
      return false;
    }
    String start = Tag.lower(body.substring(0, Math.min(body.length(), LOOK_AHEAD)));
    return start.contains("<html") || start.contains("<p") || start.contains("<div");
  }

  private PageReader() {}
}
