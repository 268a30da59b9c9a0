package dev.podium.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

  private static final ContentType HTML = ContentType.parse("text/html; charset=utf-8");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Q : Une <b>question</b> ?</p><!-- 12:00 -->",
        "<p id=n1 data-nonce=77>Q : Une question ?</p>",
        "<p>Q : Une question&nbsp;?</p><script>var visits = 12</script><style>p{}</style>",
        "<p>Q : Une\n   question\u200b ?</p><div class=counter>12 visits</div>",
        "<html><body hidden2><p>Q : Une question ?"
      })
  void staysWithWhatAReaderDoesNotSee(String html) {
    assertThat(hash(html)).isEqualTo(hash("<p>Q : Une question ?</p>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Q : Une question !</p>",
        "<p>Q : Une question ?</p><p>R : Oui.</p>",
        "<title>new</title><p>Q : Une question ?</p>",
        ""
      })
  void changesWithWhatAReaderSees(String html) {
    assertThat(hash(html)).isNotEqualTo(hash("<p>Q : Une question ?</p>"));
  }

  @Test
  void staysWithAnotherCharsetOfTheSameText() {
    byte[] gbk = "<meta charset=gbk><p>外交部</p>".getBytes(Charset.forName("GBK"));
    assertThat(VisibleText.sha256(gbk, ContentType.parse("text/html"), List.of()))
        .isEqualTo(hash("<p>外交部</p>"));
  }

  /** What is archived was hashed so: another reading would make an edit of every page. */
  @Test
  void foldsWhatPatternsCallUnseen() {
    Pattern unseen = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String odd = Character.toString(c);
      String text = odd + "a" + odd + odd + " b\u200b" + odd + "c" + odd;
      assertThat(VisibleText.folded(text))
          .as("U+%X", c)
          .isEqualTo(unseen.matcher(text).replaceAll(" ").strip());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<a>", "<p><b>", "<table>", "<!--", "<", "&", "<x y='"})
  void endsSoonOnHostilePages(String piece) {
    String html = piece.repeat(500_000 / piece.length());
    Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> hash(html));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "UTF-8, text/html, none",
        "GB18030, text/html; charset=gb18030, none",
        "GB18030, text/html; charset=utf-8, GB18030",
        "windows-1251, text/plain; charset=\"windows-1251\", none",
        "UTF-16, text/html; charset=utf-8, none",
        "UTF-8, text/html; charset=no-such-charset, none"
      })
  void decodesByParserMarkHeaderAndDeclaration(String written, String type, String parser) {
    byte[] body = "Вопрос 1".getBytes(Charset.forName(written));
    assertThat(PageDecoder.decode(body, ContentType.parse(type), parser)).isEqualTo("Вопрос 1");
  }

  @Test
  void dropsTheByteOrderMarkAndNothingElse() {
    byte[] body = "\uFEFF\r\n a\uFEFF\u0000".getBytes(StandardCharsets.UTF_8);
    assertThat(PageDecoder.decode(body, HTML, null)).isEqualTo("\r\n a\uFEFF\u0000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | text/html |",
        "TEXT/HTML; Charset=UTF-8 | text/html | UTF-8",
        "text/plain;charset='gbk' | text/plain | gbk",
        "text/markdown ; x=y; charset = koi8-r | text/markdown | koi8-r"
      })
  void readsContentTypes(String header, String essence, String charset) {
    ContentType type = ContentType.parse(header);
    assertThat(type.essence()).isEqualTo(essence);
    assertThat(type.charset()).isEqualTo(charset);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "application/pdf", "text/html/x", "text/html\r\nX: y", "*/*"})
  void namesTheContentTypesThatItTakes(String header) {
    assertThatThrownBy(() -> ContentType.parse(header))
        .isInstanceOf(UnsupportedContentTypeException.class)
        .hasMessageContaining("text/html, application/xhtml+xml, text/plain, text/markdown");
  }

  @Test
  void readsTimesInBothSpellingsAndRefusesTheFuture() {
    Instant now = Instant.parse("2026-03-01T00:00:00Z");
    Instant time = Instant.parse("2017-03-01T08:30:00Z");
    assertThat(CaptureTime.parse("Wed, 01 Mar 2017 08:30:00 GMT", now)).isEqualTo(time);
    assertThat(CaptureTime.parse("2017-03-01T16:30:00+08:00", now)).isEqualTo(time);
    assertThatThrownBy(() -> CaptureTime.parse("2026-03-01T00:00:00.001Z", now))
        .hasMessageContaining("future");
    assertThatThrownBy(() -> CaptureTime.parse("1969-12-31T00:00:00Z", now))
        .hasMessageContaining("1970");
    assertThatThrownBy(() -> CaptureTime.parse("2017", now)).hasMessageContaining("\"2017\"");
  }

  private static String hash(String html) {
    return VisibleText.sha256(html.getBytes(StandardCharsets.UTF_8), HTML, List.of(".counter"));
  }
}
