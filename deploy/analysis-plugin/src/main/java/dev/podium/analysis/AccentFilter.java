package dev.podium.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes away accents that are characters of their own; only these, since in other scripts marks are
 * vowels. It does what {@code pattern_replace} does on a full server, without a pattern for each
 * word.
 */
final class AccentFilter extends TokenFilter {

  private static final char FIRST = '\u0300';
  private static final char LAST = '\u036f';

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  AccentFilter(TokenStream in) {
    super(in);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    char[] characters = term.buffer();
    int kept = 0;
    for (int i = 0; i < term.length(); i++) {
      char character = characters[i];
      if (character < FIRST || character > LAST) {
        characters[kept] = character;
        kept++;
      }
    }
    term.setLength(kept);
    return true;
  }
}
