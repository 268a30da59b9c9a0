package dev.podium.truth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The White House begins a question's paragraph with a Q and white space: a rule so simple that it
 * can be held against the parser's.
 */
final class QuestionParagraphs {

  private static final Pattern QUESTION = Pattern.compile("^[\\s\\p{Z}]*Q[\\s\\p{Z}]+(?=\\S)(.*)$");
  private static final String PUBLISHER = "white-house";

  /** The askers' turns; none for a publisher with another rule. */
  static List<Truth.Turn> of(String source, Path file, String contentType) throws IOException {
    if (!source.startsWith(PUBLISHER)) {
      return List.of();
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return paragraphs(text, contentType)
        .lines()
        .map(QUESTION::matcher)
        .filter(Matcher::matches)
        .map(question -> new Truth.Turn(Truth.Side.ASKER, question.group(1).strip()))
        .filter(turn -> !Texts.squeeze(turn.text()).isEmpty())
        .toList();
  }

  /** A paragraph a line. */
  private static String paragraphs(String text, String contentType) {
    return contentType.contains("html") ? html(text) : markdown(text);
  }

  private static String markdown(String text) {
    return text.replaceAll("\n[ \t]*\n", "\u0000")
        .replaceAll("(?:  +|\\\\)\n", "\u0000")
        .replace('\n', ' ')
        .replace('\u0000', '\n')
        .replace("\\", "");
  }

  private static String html(String text) {
    StringBuilder lines = new StringBuilder();
    Jsoup.parse(text).body().traverse(new Lines(lines));
    return lines.toString();
  }

  /** Line breaks and the edges of blocks end a line; those of the source do not. */
  private record Lines(StringBuilder lines) implements NodeVisitor {

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        lines.append(text.getWholeText().replaceAll("[\r\n]", " "));
      } else {
        edge(node);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      edge(node);
    }

    private void edge(Node node) {
      if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
        lines.append('\n');
      }
    }
  }

  private QuestionParagraphs() {}
}
