package dev.podium.bench.pages;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The paragraphs of an HTML page as a browser shows them; another reader than the parser's own. */
final class Paragraphs {

  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  static List<String> of(String html) {
    Paragraphs found = new Paragraphs();
    Element body = Jsoup.parse(html).body();
    body.select("script, style, noscript").remove();
    body.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
              found.line.append(text.getWholeText());
            } else if (breaks(node)) {
              found.end();
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (breaks(node)) {
              found.end();
            }
          }
        });
    found.end();
    return found.paragraphs;
  }

  private static boolean breaks(Node node) {
    return node instanceof Element element && (element.isBlock() || element.nameIs("br"));
  }

  private void end() {
    String text = line.toString().replaceAll("[\\s\\p{Z}]+", " ").strip();
    if (!text.isEmpty()) {
      paragraphs.add(text);
    }
    line.setLength(0);
  }
}
