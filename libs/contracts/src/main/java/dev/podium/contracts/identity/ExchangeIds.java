package dev.podium.contracts.identity;

import dev.podium.contracts.briefing.Exchange;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

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

  private final String briefingId;
  private final Map<String, Integer> seen = new HashMap<>();

  public ExchangeIds(String briefingId) {
    this.briefingId = briefingId;
  }

  /**
   * The next exchange's id.
   *
   * @param text of the question, or of the whole statement
   */
  public String next(Exchange.Kind kind, String text) {
    String normal = normalise(text);
    if (kind == Exchange.Kind.STATEMENT) {
      normal = firstCharacters(normal);
    }
    int repeat = seen.merge(kind.code() + '\n' + normal, 1, Integer::sum);
    return Base32Hash.of(briefingId, kind.code(), normal, Integer.toString(repeat));
  }

  /** NFKC, lower case, letters and digits only: what counts of a text for its identity. */
  public static String normalise(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(normal::appendCodePoint);
    return normal.toString();
  }

  private static String firstCharacters(String text) {
    return text.codePointCount(0, text.length()) <= STATEMENT_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, STATEMENT_CHARACTERS));
  }
}
