package dev.podium.parse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.page.BodyDecoder;

/** Any bytes whatever, said to be any kind of page of any publisher. */
class BriefingFuzzTest {

  private static final BriefingParser PARSER = ParserFiles.read(null, null);
  private static final String[] DIALECTS = ParserFiles.dialects(null).ids().toArray(String[]::new);
  private static final String[] CONTENT_TYPES = {
    "text/html", "text/plain", "text/markdown", "application/xhtml+xml", "application/octet-stream"
  };
  private static final String[] CHARSETS = {
    null, "utf-8", "gb2312", "utf-16", "iso-8859-1", "windows-1256", "shift_jis", "no-such"
  };
  private static final String[] LANGUAGES = {"zh", "fr", "en", "ar", "ru", "es"};

  /**
   * The choices are read from the end of the input, so that the files of the corpus are pages with
   * four characters behind them.
   */
  @FuzzTest(maxDuration = "15m")
  // Not ASCII is escaped, byte by byte.
  @DictionaryEntries({
    "<p>",
    "</p>",
    "<br>",
    "<div id=News_Body_Txt_A>",
    "</div>",
    "<h1>",
    "<b>",
    "</b>",
    "<a href=x>",
    "<table><tr><td>",
    "<script>",
    "</script>",
    "<title>",
    "<!--",
    "-->",
    "<pre>",
    "<template>",
    "style='font-weight:bold'",
    "&nbsp;",
    "&amp;",
    "&#x1F600;",
    "&#",
    "Q: ",
    "A: ",
    "R : ",
    "Q ",
    "MR. NOBODY: ",
    "Journalist: ",
    "\\xE9\\x97\\xAE\\xEF\\xBC\\x9A",
    "\\xE7\\xAD\\x94\\xEF\\xBC\\x9A",
    "(Laughter.)",
    "********",
    "2 March 2026",
    "2026-03-02",
    "---\\x0A",
    "\\xF0\\x9F\\x98\\x80",
    "\\xE2\\x80\\x8B",
    "\\xCC\\x81"
  })
  void keepsThePromises(FuzzedDataProvider data) {
    String dialect = data.pickValue(DIALECTS);
    String contentType = data.pickValue(CONTENT_TYPES);
    String charset = data.pickValue(CHARSETS);
    String language = data.pickValue(LANGUAGES);
    byte[] body = data.consumeRemainingAsBytes();

    Briefing briefing =
        PARSER.parse(body, HostileFacts.of(body, dialect, contentType, charset, language));

    String text = BodyDecoder.decode(body, charset).text();
    assertThat(Promises.broken(text, contentType, briefing)).isEmpty();
  }
}
