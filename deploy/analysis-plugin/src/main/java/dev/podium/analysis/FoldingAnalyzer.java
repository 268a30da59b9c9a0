package dev.podium.analysis;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Words by the Unicode rules, through a language's filters. */
final class FoldingAnalyzer extends Analyzer {

  private final UnaryOperator<TokenStream> filters;

  FoldingAnalyzer(UnaryOperator<TokenStream> filters) {
    this.filters = filters;
  }

  /** Full-width letters become ordinary ones, all become small. */
  static TokenStream lowerCase(TokenStream in) {
    return new LowerCaseFilter(new CJKWidthFilter(in));
  }

  /** Neither width, case nor accents are left. */
  static TokenStream fold(TokenStream in) {
    return new ASCIIFoldingFilter(new AccentFilter(lowerCase(in)));
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer words = new StandardTokenizer();
    return new TokenStreamComponents(words, filters.apply(words));
  }

  @Override
  protected TokenStream normalize(String fieldName, TokenStream in) {
    return fold(in);
  }
}
