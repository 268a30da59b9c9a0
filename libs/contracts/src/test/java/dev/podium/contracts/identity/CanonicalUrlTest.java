package dev.podium.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.Vectors;
import java.net.URI;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalUrlTest {

  private static final String PIECES =
      "ab/.%25%2e%2F?&=#:@[] \\\"<>|é中😀-_~!$'()*+,;%C3%A9%zz443:80..//";

  static Stream<JsonNode> taken() {
    return Vectors.rows("canonical-url");
  }

  static Stream<JsonNode> refused() {
    return Vectors.rows("canonical-url-refused");
  }

  @ParameterizedTest
  @MethodSource("taken")
  void writesAnAddressInItsOneSpelling(JsonNode row) {
    String canonical = CanonicalUrl.of(Vectors.text(row, "url"));

    assertThat(canonical).isEqualTo(Vectors.text(row, "canonical"));
    assertThat(PageIds.of(canonical)).isEqualTo(Vectors.text(row, "pageId"));
    assertStable(canonical);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatIsNoWebAddressAndSaysWhy(JsonNode row) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalUrl.of(Vectors.text(row, "url")))
        .withMessageContaining(Vectors.text(row, "message"));
  }

  @Test
  void isStableAndFetchableWhateverComesAfterTheHost() {
    Random random = new Random(1);
    int[] pieces = PIECES.codePoints().toArray();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder url = new StringBuilder("http://a.example/");
      for (int length = random.nextInt(40); length > 0; length--) {
        url.appendCodePoint(pieces[random.nextInt(pieces.length)]);
      }
      assertStable(CanonicalUrl.of(url.toString()));
    }
  }

  private static void assertStable(String canonical) {
    assertThat(CanonicalUrl.of(canonical)).isEqualTo(canonical);
    assertThat(URI.create(canonical))
        .hasScheme("https")
        .hasNoFragment()
        .satisfies(uri -> assertThat(uri.getHost()).isNotEmpty());
    assertThat(canonical).matches("\\p{ASCII}*").hasSizeLessThanOrEqualTo(CanonicalUrl.MAX_LENGTH);
  }
}
