package dev.podium.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Warning;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyDecoderTest {

  private static final String CHINESE = "外交部发言人主持例行记者会，回答了记者的提问。中方对此有何评论？我们注意到有关报道。";
  private static final String RUSSIAN =
      "Официальный представитель ответил на вопросы журналистов. Встреча состоится завтра.";
  private static final String JAPANESE = "外務大臣は記者会見で質問に答えました。よろしくお願いします。";

  @ParameterizedTest
  @CsvSource({
    "GB18030, GB18030",
    "gb2312, GB18030",
    "utf-8, UTF-8",
  })
  void takesTheHeadersWord(String declared, String charset) {
    byte[] body = CHINESE.getBytes(Charset.forName(charset));

    Decoded decoded = BodyDecoder.decode(body, declared);

    assertThat(decoded.text()).isEqualTo(CHINESE);
    assertThat(decoded.charset()).isEqualTo(charset);
    assertThat(decoded.warnings()).isEmpty();
  }

  @Test
  void takesTheDocumentsWordWhereTheHeaderSaysNothing() {
    String page = "<html><head><meta charset=\"gb2312\"></head><body>" + CHINESE;

    Decoded decoded = BodyDecoder.decode(page.getBytes(Charset.forName("GB18030")), null);

    assertThat(decoded.text()).isEqualTo(page);
    assertThat(decoded.warnings()).isEmpty();
  }

  @Test
  void saysThatHeaderAndDocumentDisagree() {
    String page = "<meta charset=\"koi8-r\"><p>" + RUSSIAN;

    Decoded decoded = BodyDecoder.decode(page.getBytes(Charset.forName("KOI8-R")), "windows-1251");

    assertThat(decoded.warnings()).extracting(Warning::code).contains("charset-disagreement");
  }

  @Test
  void bytesThatAreUtf8WithoutDoubtAreThat() {
    Decoded decoded = BodyDecoder.decode(CHINESE.getBytes(StandardCharsets.UTF_8), "gb2312");

    assertThat(decoded.text()).isEqualTo(CHINESE);
    assertThat(decoded.warnings())
        .extracting(Warning::code)
        .containsExactly("charset-disagreement");
  }

  @Test
  void aByteOrderMarkCountsFirstAndIsDropped() {
    byte[] body = ("\ufeff" + CHINESE).getBytes(StandardCharsets.UTF_8);

    assertThat(BodyDecoder.decode(body, "gb2312").text()).isEqualTo(CHINESE);
    assertThat(
            BodyDecoder.decode(("\ufeff" + CHINESE).getBytes(StandardCharsets.UTF_16LE), null)
                .text())
        .isEqualTo(CHINESE);
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030, zh",
    "KOI8-R, ru",
    "windows-1251, ru",
    "Shift_JIS, ja",
    "ISO-2022-JP, ja",
    "EUC-JP, ja"
  })
  void guessesWhatNobodyDeclares(String charset, String language) {
    String text =
        switch (language) {
          case "zh" -> CHINESE;
          case "ru" -> RUSSIAN;
          default -> JAPANESE;
        };

    Decoded decoded = BodyDecoder.decode(text.repeat(4).getBytes(Charset.forName(charset)), null);

    assertThat(decoded.text()).isEqualTo(text.repeat(4));
    assertThat(decoded.warnings()).extracting(Warning::code).containsExactly("charset-detected");
  }

  @ParameterizedTest
  @CsvSource({
    "KOI8-R",
    "windows-1251",
    "ISO-8859-5",
    "UTF-16LE",
    "UTF-16BE",
  })
  void markupDoesNotHideTheCharset(String charset) {
    String page =
        "<div class=\"transcript\"><table width=\"100%\"><tr><td align=\"left\"><p style=\"margin:0\">"
            + RUSSIAN
            + "</p></td></tr></table></div>";
    String text = page.repeat(6);

    Decoded decoded = BodyDecoder.decode(text.getBytes(Charset.forName(charset)), null);

    assertThat(decoded.text()).isEqualTo(text);
    assertThat(decoded.warnings()).extracting(Warning::code).containsExactly("charset-detected");
  }

  @Test
  void someDamageIsAWarning() {
    byte[] body = CHINESE.repeat(10).getBytes(StandardCharsets.UTF_8);
    body[4] = (byte) 0xff;

    Decoded decoded = BodyDecoder.decode(body, "utf-8");

    assertThat(decoded.rejection()).isNull();
    assertThat(decoded.text()).endsWith(CHINESE.repeat(9));
    assertThat(decoded.warnings()).extracting(Warning::code).contains("damaged-bytes");
  }

  @Test
  void binaryDataIsRejected() {
    byte[] png = new byte[2000];
    png[0] = (byte) 0x89;

    assertThat(BodyDecoder.decode(png, "utf-8").rejection().code()).isEqualTo("not-text");
    assertThat(
            BodyDecoder.decode("%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII), null)
                .rejection()
                .code())
        .isEqualTo("not-text");
  }

  @Test
  void anUnknownCharsetIsNamed() {
    Decoded decoded = BodyDecoder.decode(RUSSIAN.getBytes(StandardCharsets.UTF_8), "klingon-8");

    assertThat(decoded.text()).isEqualTo(RUSSIAN);
    assertThat(decoded.warnings().getFirst().text()).contains("klingon-8");
  }

  @Test
  void emptyIsEmpty() {
    assertThat(BodyDecoder.decode(new byte[0], null).text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-32", "utf-32le", "cesu-8"})
  void knowsNoCharsetThatLeavesHalfCharacters(String declared) {
    byte[] half = {0, 0, (byte) 0xd8, 0x3d, (byte) 0xed, (byte) 0xa0, (byte) 0xbd};

    Decoded decoded = BodyDecoder.decode(half, declared);

    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(decoded.text())).isTrue();
    assertThat(CharsetNames.charset(declared)).isNull();
  }
}
