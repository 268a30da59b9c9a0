package dev.podium.gateway.highlight;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Turns texts in which Elasticsearch has marked what it found into offsets, which it does not give.
 *
 * <p>The marks are noncharacters around a random number, so no page can hold them; and a marked
 * text counts only if it is the original once the marks are taken out.
 */
public final class MarkedText {

  private static final String NONCE = nonce();

  private static final String JOINERS = "-\u2010\u2011'\u2019";

  /** Stands before what was found. */
  public static final String OPEN = "\uFDD0" + NONCE + "\uFDD1";

  /** Stands after what was found. */
  public static final String CLOSE = "\uFDD2" + NONCE + "\uFDD3";

  /**
   * What is marked in any of several markings of one text, as spans in order that neither overlap
   * nor touch. What a hyphen or an apostrophe holds together is one.
   */
  public static List<Span> spans(String text, List<String> markings) {
    List<Span> spans = new ArrayList<>();
    for (String marked : markings) {
      spans.addAll(spans(text, marked));
    }
    spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    return joined(spans, text.codePoints().toArray());
  }

  private static List<Span> spans(String text, String marked) {
    List<Span> spans = new ArrayList<>();
    StringBuilder plain = new StringBuilder(marked.length());
    int codePoints = 0;
    int from = 0;
    for (int open = marked.indexOf(OPEN); open >= 0; open = marked.indexOf(OPEN, from)) {
      int close = marked.indexOf(CLOSE, open);
      if (close < 0) {
        return List.of();
      }
      plain.append(marked, from, open).append(marked, open + OPEN.length(), close);
      int start = codePoints + marked.codePointCount(from, open);
      codePoints = start + marked.codePointCount(open + OPEN.length(), close);
      spans.add(new Span(start, codePoints));
      from = close + CLOSE.length();
    }
    return plain.append(marked, from, marked.length()).compareTo(new StringBuilder(text)) == 0
        ? spans
        : List.of();
  }

  // Bigrams of one Chinese word touch or overlap, and COVID-19 is two words to the index; a reader
  // sees one piece.
  private static List<Span> joined(List<Span> sorted, int[] text) {
    List<Span> joined = new ArrayList<>();
    for (Span span : sorted) {
      Span last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && isOne(last, span, text)) {
        joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private static boolean isOne(Span last, Span next, int[] text) {
    return next.start() <= last.end()
        || (next.start() == last.end() + 1 && JOINERS.indexOf(text[last.end()]) >= 0);
  }

  private static String nonce() {
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private MarkedText() {}
}
