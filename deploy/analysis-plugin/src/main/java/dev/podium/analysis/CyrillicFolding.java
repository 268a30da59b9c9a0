package dev.podium.analysis;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;

/** Writes ё as е, as most Russian texts do, and й as one character where it came as two. */
final class CyrillicFolding {

  private static final Pattern IO = Pattern.compile("ё|е\u0308");
  private static final Pattern SHORT_I = Pattern.compile("и\u0306");

  /** Folds small letters. */
  static TokenStream of(TokenStream in) {
    return new PatternReplaceFilter(
        new PatternReplaceFilter(in, IO, "е", true), SHORT_I, "й", true);
  }

  private CyrillicFolding() {}
}
