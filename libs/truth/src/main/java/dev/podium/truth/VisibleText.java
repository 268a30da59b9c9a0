package dev.podium.truth;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Segment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Holds a briefing to its page, by other means than the parser's: segments give their texts again,
 * and every visible character is accounted for once.
 */
public final class VisibleText {

  private static final String INLINE = "(s|del|strike|em|strong|b|i|u|sup|sub|span|br)";
  private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");
  private static final Pattern MARKDOWN =
      Pattern.compile("\\\\(?:(\\p{Punct})|(?=\r?\n))|</?" + INLINE + "( [^>\n]{0,190})?>");
  private static final Pattern TEXT_AREA = Pattern.compile("(?i)<textarea");

  /** What holds no markup and is not seen; not in the name or the attributes of another tag. */
  private static final Pattern RAW =
      Pattern.compile(
          "(?i)(?<!<[a-z/][^>]{0,200})"
              + "<(script|style|title|iframe|noembed|noframes|xmp)(?=[\\s/>])");

  private static final Pattern CONTROL_IN_NAME =
      Pattern.compile("(</?[a-zA-Z][^\\s/>\\x00-\\x1f]*)[\\x00-\\x08\\x0b\\x0e-\\x1f]+");
  private static final Pattern CUT_SHORT = Pattern.compile("(?i)</[a-z]+(?=[^a-z\\s/>]|\\z)");
  private static final String UNSEEN =
      "script, style, template, title, iframe, noembed, noframes, xmp";

  private final int[] body;
  private final boolean html;
  private final boolean markdown;
  private final Briefing briefing;
  private boolean lenient;
  private final List<String> errors = new ArrayList<>();

  private VisibleText(String body, String contentType, Briefing briefing) {
    this.body = body.codePoints().toArray();
    this.html = contentType.contains("html");
    this.markdown = contentType.contains("markdown");
    this.briefing = briefing;
  }

  /** What is wrong; nothing if all is right. */
  public static List<String> check(String body, String contentType, Briefing briefing) {
    VisibleText check = new VisibleText(body, contentType, briefing);
    check.exchanges();
    check.overlaps();
    check.nothingMissing(body);
    return check.errors;
  }

  /**
   * As {@link #check}, for markup however broken: of that nobody can tell what is missing, and
   * where control characters part words.
   */
  public static List<String> checkSegments(String body, String contentType, Briefing briefing) {
    VisibleText check = new VisibleText(body, contentType, briefing);
    check.lenient = check.html;
    // A piece of a text area, cut out of it, would be read as markup.
    if (!check.html || !TEXT_AREA.matcher(body).find()) {
      check.exchanges();
    }
    check.overlaps();
    return check.errors;
  }

  private void nothingMissing(String body) {
    if (html) {
      visible(body);
    } else {
      plain();
    }
  }

  private void exchanges() {
    for (Exchange exchange : briefing.exchanges()) {
      if (exchange.question() != null) {
        same(exchange.ordinal(), exchange.question().text(), exchange.question().segments());
      }
      if (exchange.answer() != null) {
        for (Exchange.Part part : exchange.answer().parts()) {
          same(exchange.ordinal(), part.text(), part.segments());
        }
      }
    }
  }

  private void same(int ordinal, String text, List<Segment> segments) {
    StringBuilder cut = new StringBuilder();
    for (Segment segment : segments) {
      cut.append(withoutMarkup(slice(segment.start(), segment.end()))).append('\n');
    }
    if (!comparable(cut.toString()).equals(comparable(text))) {
      errors.add(
          "exchange "
              + ordinal
              + ": segments give «"
              + fold(cut.toString())
              + "», not «"
              + fold(text)
              + "»");
    }
  }

  private String comparable(String text) {
    return lenient ? squeeze(text).replaceAll("[\ufffd\uffff]", "") : fold(text);
  }

  private String withoutMarkup(String piece) {
    if (!html) {
      return markdown ? MARKDOWN.matcher(piece).replaceAll("$1") : piece;
    }
    // For jsoup, this character ends the input; without it, what is around it could become a tag.
    String readable = withWholeNames(withWholeEndTags(piece.replace('\uffff', '\ufffd')));
    Document document = Parser.htmlParser().parseInput("<body>" + readable, "");
    document.select(UNSEEN).remove();
    // jsoup leaves the half characters that a reference may name, against the HTML standard.
    return HALF_CHARACTER.matcher(document.body().wholeText()).replaceAll("\ufffd");
  }

  /** jsoup drops control characters from the ends of names, against the HTML standard. */
  private static String withWholeNames(String piece) {
    return CONTROL_IN_NAME.matcher(piece).replaceAll("$1x");
  }

  /**
   * An end tag cut short in a script, a title or the like keeps it open for jsoup, against the HTML
   * standard.
   */
  private static String withWholeEndTags(String piece) {
    StringBuilder whole = new StringBuilder(piece.length());
    Matcher start = RAW.matcher(piece);
    int at = 0;
    while (start.find(at)) {
      Matcher end = Pattern.compile("(?i)</" + start.group(1) + "(?=[\\s/>])").matcher(piece);
      int to = end.find(start.end()) ? end.start() : piece.length();
      whole.append(piece, at, start.end());
      whole.append(CUT_SHORT.matcher(piece.substring(start.end(), to)).replaceAll(""));
      at = to;
    }
    return whole.append(piece, at, piece.length()).toString();
  }

  /** Segments and leftovers do not overlap. */
  private void overlaps() {
    BitSet taken = new BitSet();
    briefing.leftovers().forEach(leftover -> take(taken, leftover.start(), leftover.end()));
    for (Exchange exchange : briefing.exchanges()) {
      if (exchange.question() != null) {
        exchange.question().segments().forEach(s -> take(taken, s.start(), s.end()));
      }
      if (exchange.answer() != null) {
        exchange
            .answer()
            .parts()
            .forEach(part -> part.segments().forEach(s -> take(taken, s.start(), s.end())));
      }
    }
  }

  private void take(BitSet taken, int start, int end) {
    if (start < 0 || end > body.length || start >= end) {
      errors.add("no piece of the page: " + start + " to " + end);
    } else if (taken.get(start, end).cardinality() > 0) {
      errors.add("twice: " + start + " to " + end);
    } else {
      taken.set(start, end);
    }
  }

  /** Of the visible characters only those of labels stand in no segment and no leftover. */
  private void visible(String text) {
    Document document = Jsoup.parse(withWholeNames(text));
    document.select(UNSEEN + ", head").remove();
    String all = squeeze(document.body().wholeText());
    StringBuilder accounted = new StringBuilder();
    pieces().forEach(s -> accounted.append(withoutMarkup(slice(s.start(), s.end()))));
    int labels = all.length() - squeeze(accounted.toString()).length();
    limit(labels, all.length());
  }

  private void plain() {
    BitSet taken = new BitSet();
    pieces().forEach(s -> taken.set(s.start(), s.end()));
    int labels = 0;
    int all = 0;
    for (int i = 0; i < body.length; i++) {
      if (!Character.isWhitespace(body[i]) && !Character.isSpaceChar(body[i])) {
        all++;
        labels += taken.get(i) ? 0 : 1;
      }
    }
    limit(labels, all);
  }

  /** Labels take few characters: some for each turn. */
  private void limit(int labels, int all) {
    int turns = 0;
    for (Exchange exchange : briefing.exchanges()) {
      turns += 1 + (exchange.answer() == null ? 0 : exchange.answer().parts().size() * 4);
    }
    if (labels < 0 || labels > turns * 40) {
      errors.add(labels + " of " + all + " visible characters are in no segment and no leftover");
    }
  }

  private List<Segment> pieces() {
    List<Segment> pieces = new ArrayList<>();
    briefing.leftovers().forEach(l -> pieces.add(new Segment(l.start(), l.end())));
    for (Exchange exchange : briefing.exchanges()) {
      if (exchange.question() != null) {
        pieces.addAll(exchange.question().segments());
      }
      if (exchange.answer() != null) {
        exchange.answer().parts().forEach(part -> pieces.addAll(part.segments()));
      }
    }
    return pieces;
  }

  private String slice(int start, int end) {
    return new String(body, start, end - start);
  }

  private static String fold(String text) {
    return text.replaceAll("[\\s\\p{Z}\\p{Cc}\u200b\ufeff]+", " ").strip();
  }

  private static String squeeze(String text) {
    return text.replaceAll("[\\s\\p{Z}\\p{Cc}\u200b\ufeff\u2060\u00ad]+", "");
  }
}
