package dev.podium.ingest.archive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What a reader sees of a page, for telling an edit from a change of bytes: no markup, scripts,
 * comments or volatile parts, runs of white space folded.
 */
final class VisibleText {

  private static final String UNSEEN = "script, style, template, noscript, [hidden]";
  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

  static String sha256(byte[] body, ContentType type, List<String> volatileSelectors) {
    String text = PageDecoder.decode(body, type, null);
    String seen = type.html() ? ofHtml(text, volatileSelectors) : text;
    String folded = WHITE_SPACE.matcher(seen).replaceAll(" ").strip();
    return Content.sha256(folded.getBytes(StandardCharsets.UTF_8));
  }

  private static String ofHtml(String html, List<String> volatileSelectors) {
    Document document = Jsoup.parse(html);
    document.select(UNSEEN).remove();
    volatileSelectors.forEach(selector -> document.select(selector).remove());
    return document.title() + '\n' + document.body().text();
  }

  private VisibleText() {}
}
