package dev.podium.contracts.identity;

import dev.podium.contracts.briefing.Exchange;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hands out the ids of one briefing's exchanges, in reading order.
 *
 * <p>An id is made of the briefing, the kind, the normalised text (a question's own, a statement's
 * first {@value #STATEMENT_CHARACTERS} characters) and how often the same came before on the page.
 * So it stays when other exchanges are inserted, removed or moved, and when an answer is edited.
 *
 * <p>One instance serves one briefing and is not safe for concurrent use.
 */
public final class ExchangeIds {

  private static final int STATEMENT_CHARACTERS = 200;
  private static final int MOST_MARKS = 30;

  /** The two half-width signs are no marks, but NFKC makes marks of them. */
  private static final Pattern STACKED_MARKS =
      Pattern.compile("([\\p{M}\uff9e\uff9f]{" + MOST_MARKS + "})[\\p{M}\uff9e\uff9f]+");

  /** White space, where no word goes on, and what stands before it; longer words are cut. */
  private static final Pattern WORD = Pattern.compile("\\S{0,30}\\s*");

  private final String briefingId;
  private final Base32Hash hash = new Base32Hash();
  private final Map<Exchange.Kind, Map<String, Integer>> seen = new EnumMap<>(Exchange.Kind.class);

  public ExchangeIds(String briefingId) {
    this.briefingId = briefingId;
  }

  /**
   * The next exchange's id.
   *
   * @param text of the question, or of the whole statement
   */
  public String next(Exchange.Kind kind, String text) {
    String normal = kind == Exchange.Kind.STATEMENT ? normalisedStart(text) : normalise(text);
    int repeat = seen.computeIfAbsent(kind, none -> new HashMap<>()).merge(normal, 1, Integer::sum);
    return hash.next(briefingId, kind.code(), normal, Integer.toString(repeat));
  }

  /** NFKC, lower case, letters and digits only: what counts of a text for its identity. */
  public static String normalise(String text) {
    String plain = PlainText.normalise(text, text.length());
    return plain != null ? plain : normaliseAny(text);
  }

  private static String normaliseAny(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    lower(Normalizer.normalize(unstacked(text), Normalizer.Form.NFKC))
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(normal::appendCodePoint);
    return normal.toString();
  }

  /**
   * No more marks on a letter than {@value #MOST_MARKS}, as Unicode's stream-safe format has it:
   * the time that it takes to put them in order grows with the square of their number.
   */
  private static String unstacked(String text) {
    return STACKED_MARKS.matcher(text).replaceAll("$1");
  }

  /**
   * Lower case. Where the text has a capital sigma, in pieces: to tell whether one ends its word,
   * Java looks at the whole word, for each of them again.
   */
  private static String lower(String text) {
    if (text.indexOf('\u03a3') < 0) {
      return text.toLowerCase(Locale.ROOT);
    }
    StringBuilder lower = new StringBuilder(text.length());
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      lower.append(words.group().toLowerCase(Locale.ROOT));
    }
    return lower.toString();
  }

  private static String normalisedStart(String text) {
    String plain = PlainText.normalise(text, STATEMENT_CHARACTERS);
    return plain != null ? plain : firstCharacters(normaliseAny(text));
  }

  private static String firstCharacters(String text) {
    return text.codePointCount(0, text.length()) <= STATEMENT_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, STATEMENT_CHARACTERS));
  }
}
