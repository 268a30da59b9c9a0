package dev.podium.parse.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A kind of page that nobody means well with, of any length.
 *
 * @param content of so many characters or a few more
 */
record HostilePage(String name, String contentType, IntFunction<String> content) {

  private static final String HTML = "text/html";
  private static final String PLAIN = "text/plain";
  private static final String MARKDOWN = "text/markdown";
  private static final String NUMBER = "@";

  byte[] of(int length) {
    return content.apply(length).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }

  /** All kinds; each is there for a way to make a parser take longer than the page is long. */
  static List<HostilePage> all() {
    return List.of(
        html("ordinary", "<p><b>Q: Is it so?</b></p>\n<p>A: It is so, and was always so.</p>\n"),
        // Tags in tags.
        html("divs", "<div>"),
        html("bold", "<b>"),
        html("links", "<a href=x>x"),
        html("tables", "<table><tr><td>x"),
        html("lists", "<ul><li>x"),
        html("mixed tags", "<div class=\"a b\"><p><b><table><td><span style='x'><ul><li>x"),
        html("selected tags", "<div>".repeat(256), "<div id=News_Body_Txt_A>x"),
        nested("closed divs", "<div>", "</div>"),
        nested("closed tables", "<table><tr><td>", "</td></tr></table>"),
        nested("closed otherwise", "<div><span><table><td>", "</span></div></b></td></p>"),
        html("end tags", "</p></table>"),
        after("end tags in depth", "<div>".repeat(300), "</span></table>"),
        // One line.
        html("words", "a "),
        html("letters", "x"),
        html("colons", ": "),
        html("labels in a line", "Q: A: MR. NOBODY: "),
        html("brackets", "("),
        html("notes", "((Laughter.) (Laughter"),
        html("square brackets", "[【"),
        html("marks of questions", "Q Q"),
        html("blanks", " "),
        html("no-break spaces", "&nbsp;"),
        html("invisible", "\u200b"),
        html("less than", "<"),
        html("ampersands", "&"),
        html("numbers of nothing", "&#"),
        html("digits of a number", "&#1", "1"),
        html("references", "&amp;&eacute&notanentity;"),
        html("sigmas", "\u03a3"),
        html("sigma words", "a\u03a3 "),
        html("marks on a letter", "\u0301\u0316"),
        html("pairs", "\ud83d\ude00"),
        html("dates", "2 March 2026 "),
        plain("one line", "Q: is it "),
        // Many lines.
        html("one-word paragraphs", "<p>word</p>"),
        html("label paragraphs", "<p>N N:x</p>"),
        html("labels of all", "<p>Person " + NUMBER + ": is it?</p>"),
        html("speakers of all", "<p>MR. N" + NUMBER + ": it is.</p>"),
        page(
            "labels in an answer",
            HTML,
            "<p>Q: Is it?</p><p>MR. NOBODY: It is.</p>",
            "<p>Said: it.</p>",
            "<p>MR. NOBODY: Yes.</p>"),
        html("labels in a question", "<p>Q: Is it?</p>", "<p>Said: it.</p>"),
        html("joint askers", "<p>A and B, C and D / E、F and G: is it?</p>"),
        html("the same question", "<p>Q a?</p>"),
        html("dividers", "<p>********</p>"),
        html("date lines", "<p>Monday, 2 March 2026</p>"),
        html("titles", "<h1>Press Briefing</h1>"),
        html("breaks", "<br>"),
        html("preformatted", "\nA", "<pre>"),
        plain("short lines", "Q: x\n"),
        plain("empty lines", "\n"),
        plain(
            "wrapped", "The minister went to the market, and so the people said that it was go\n"),
        plain(
            "wrapped labels",
            "Q: When she went to the market, did the people say that it was so\n"),
        markdown(
            "wrapped Markdown",
            "The minister went to the market and so the people said it was\\\n"),
        markdown("backslashes", "\\"),
        // Heads.
        head("title", "<title>", "word ", "</title>"),
        head("heading", "<h1>", "Mao Ning ", "</h1>"),
        html("metas", "<meta name=n" + NUMBER + " content=x>"),
        html("language links", "<link rel=alternate hreflang=fr href=/p" + NUMBER + ">"),
        head("language", "<link rel=alternate href=/x hreflang='en", "-abcd", "'>"),
        head("address", "<link rel=alternate hreflang=fr href='", "a/../", "'>"),
        front("front matter", "key" + NUMBER + ": value\n"),
        front("front matter of one key", "  goes on\n"),
        front("quoted front matter", "  goes on\\\n"),
        // Broken markup.
        html("comments", "<!--"),
        html("comment", "<!-- ", "x-"),
        html("declarations", "<!x"),
        html("instructions", "<?"),
        html("sections", "<![CDATA["),
        html("scripts", "<script>"),
        html("script", "<script>", "</scrip"),
        html("styles", "<style>x</style"),
        html("text areas", "<textarea></text"),
        html("attribute", "<p title=\"", "a"),
        html("attributes", "<p ", "a=b "),
        html("attributes without value", "<p ", "a "),
        html("equals", "<p a", "="),
        html("quotes", "<p ", "\"'"),
        html("tag", "<p", "a"),
        html("sigma tag", "<p", "\u03a3"),
        html("slashes", "<p ", "/"),
        html("end tag", "</p ", "a "));
  }

  private static HostilePage html(String name, String piece) {
    return html(name, "", piece);
  }

  private static HostilePage html(String name, String start, String piece) {
    return page(name, HTML, start, piece, "");
  }

  private static HostilePage plain(String name, String line) {
    return page(name, PLAIN, "", line, "");
  }

  private static HostilePage markdown(String name, String line) {
    return page(name, MARKDOWN, "", line, "");
  }

  private static HostilePage after(String name, String start, String piece) {
    return page(name, HTML, start, piece, "x");
  }

  private static HostilePage nested(String name, String open, String close) {
    return new HostilePage(
        name,
        HTML,
        length -> {
          int depth = length / (open.length() + close.length());
          return open.repeat(depth) + "Q: deep?" + close.repeat(depth);
        });
  }

  /** Half of the page in its head, half in lines that the head is compared with. */
  private static HostilePage head(String name, String start, String piece, String end) {
    return new HostilePage(
        name,
        HTML,
        length ->
            pieces(start, piece, length / 2)
                + end
                + pieces(
                    "", "<p>MR. Q" + NUMBER + ": a longer line?</p><p>another</p>", length / 2));
  }

  private static HostilePage front(String name, String line) {
    return page(name, MARKDOWN, "---\ntitle: \"x\n", line, "---\nQ: Is it?\n");
  }

  private static HostilePage page(
      String name, String type, String start, String piece, String end) {
    return new HostilePage(name, type, length -> pieces(start, piece, length) + end);
  }

  private static String pieces(String start, String piece, int length) {
    int count = length / piece.length();
    StringBuilder page = new StringBuilder(start);
    if (!piece.contains(NUMBER)) {
      return page.repeat(piece, count).toString();
    }
    IntStream.range(0, count).forEach(i -> page.append(piece.replace(NUMBER, "" + i)));
    return page.toString();
  }
}
