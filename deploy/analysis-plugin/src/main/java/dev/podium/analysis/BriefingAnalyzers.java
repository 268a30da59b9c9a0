package dev.podium.analysis;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * The analyzers by the names that Elasticsearch knows them by; {@code named_components.json} lists
 * them again, since the server does not scan.
 *
 * <p>Words are folded before they are stemmed, so that a word typed without its accents has the
 * same stem as the word with them. Stop words stay, for the sake of quoted phrases.
 */
public final class BriefingAnalyzers {

  private static final int ALL_SCRIPTS =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;

  // The stemmer knows ões, which folding has made oes.
  private static final Pattern PLURAL_OF_AO = Pattern.compile("oes$");

  // The stemmer parts Корея, идея and Андрея from Кореи, идеи and Андрею, and Кореей from all.
  private static final Pattern NOUN_IN_EYA = Pattern.compile("(?:ея|еей)$");

  private abstract static class Chain implements AnalyzerFactory {

    private final UnaryOperator<TokenStream> filters;

    Chain(UnaryOperator<TokenStream> filters) {
      this.filters = filters;
    }

    @Override
    public Analyzer create() {
      return new FoldingAnalyzer(filters);
    }
  }

  @NamedComponent("briefing_ar")
  public static final class Arabic extends Chain {
    public Arabic() {
      super(
          in ->
              new ArabicStemFilter(
                  new ArabicNormalizationFilter(new DecimalDigitFilter(FoldingAnalyzer.fold(in)))));
    }
  }

  /** For documents: single characters beside the pairs, so that one character can be searched. */
  @NamedComponent("briefing_cjk")
  public static final class Cjk extends Chain {
    public Cjk() {
      super(in -> new CJKBigramFilter(FoldingAnalyzer.fold(in), ALL_SCRIPTS, true));
    }
  }

  /** For queries: pairs only, which keep the order of the characters. */
  @NamedComponent("briefing_cjk_search")
  public static final class CjkSearch extends Chain {
    public CjkSearch() {
      super(in -> new CJKBigramFilter(FoldingAnalyzer.fold(in), ALL_SCRIPTS, false));
    }
  }

  @NamedComponent("briefing_de")
  public static final class German extends Chain {
    public German() {
      // German folding first: it makes ä, ae and a one, which plain folding would part.
      super(
          in ->
              new GermanLightStemFilter(
                  FoldingAnalyzer.fold(
                      new GermanNormalizationFilter(FoldingAnalyzer.lowerCase(in)))));
    }
  }

  @NamedComponent("briefing_en")
  public static final class English extends Chain {
    public English() {
      super(in -> new KStemFilter(FoldingAnalyzer.fold(new EnglishPossessiveFilter(in))));
    }
  }

  @NamedComponent("briefing_es")
  public static final class Spanish extends Chain {
    public Spanish() {
      super(in -> new SpanishLightStemFilter(FoldingAnalyzer.fold(in)));
    }
  }

  @NamedComponent("briefing_fr")
  public static final class French extends Chain {
    public French() {
      super(
          in ->
              new FrenchLightStemFilter(
                  FoldingAnalyzer.fold(elided(FoldingAnalyzer.lowerCase(in)))));
    }
  }

  @NamedComponent("briefing_pt")
  public static final class Portuguese extends Chain {
    public Portuguese() {
      super(
          in ->
              new PortugueseLightStemFilter(
                  new PatternReplaceFilter(FoldingAnalyzer.fold(in), PLURAL_OF_AO, "ao", false)));
    }
  }

  @NamedComponent("briefing_ru")
  public static final class Russian extends Chain {
    public Russian() {
      super(
          in ->
              new SnowballFilter(
                  new PatternReplaceFilter(
                      FoldingAnalyzer.fold(CyrillicFolding.of(FoldingAnalyzer.lowerCase(in))),
                      NOUN_IN_EYA,
                      "еи",
                      false),
                  new RussianStemmer()));
    }
  }

  /**
   * For languages that have no chain of their own, and for exact phrases in those that have: in
   * l'accord de Paris there is an accord de Paris.
   */
  @NamedComponent("briefing_und")
  public static final class Undetermined extends Chain {
    public Undetermined() {
      super(in -> FoldingAnalyzer.fold(CyrillicFolding.of(elided(FoldingAnalyzer.lowerCase(in)))));
    }
  }

  private static TokenStream elided(TokenStream in) {
    return new ElisionFilter(in, FrenchAnalyzer.DEFAULT_ARTICLES);
  }

  private BriefingAnalyzers() {}
}
