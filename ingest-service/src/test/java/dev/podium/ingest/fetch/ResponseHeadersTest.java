package dev.podium.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseHeadersTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "' 0 ', PT0S",
    "999999999, PT277777H46M39S",
    "'Sun, 01 Mar 2026 01:00:00 GMT', PT1H",
    "'Sat, 28 Feb 2026 01:00:00 GMT', PT0S",
    "-1,",
    "soon,",
    "99999999999999999999,",
    ","
  })
  void readsRetryAfter(String header, Duration expected) {
    assertThat(RetryAfter.parse(header, NOW)).isEqualTo(expected);
  }

  @Test
  void undoesGzipUpToTheLimit() throws IOException {
    byte[] plain = new byte[5000];
    assertThat(Decompression.plain(gzip(plain), "GZIP", 5000)).isEqualTo(plain);
    assertThat(Decompression.plain(gzip(plain), "x-gzip", 100)).hasSize(101);
    assertThat(Decompression.plain(plain, null, 5000)).isSameAs(plain);
  }

  @Test
  void undoesBrotliUpToTheLimit() throws IOException {
    byte[] page = Decompression.plain(fixture("page.br"), " BR ", 5000);
    assertThat(new String(page, StandardCharsets.UTF_8)).isEqualTo("<p>très bien</p>");
    byte[] bomb = fixture("200-mib-of-zeros.br");
    assertThat(bomb).hasSizeLessThan(400);
    assertThat(Decompression.plain(bomb, "br", 5000)).hasSize(5001);
  }

  @Test
  void brotliThatIsCutOrDamagedIsAFailure() throws IOException {
    byte[] page = fixture("page.br");
    for (int length = 0; length < page.length; length++) {
      byte[] cut = Arrays.copyOf(page, length);
      assertThatThrownBy(() -> Decompression.plain(cut, "br", 5000))
          .as("cut after %d bytes", length)
          .isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> Decompression.plain(new byte[] {1, 2, 3}, "br", 5000))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesDamageAndWhatWasNotAskedFor() throws IOException {
    byte[] cut = Arrays.copyOf(gzip(new byte[5000]), 20);
    assertThatThrownBy(() -> Decompression.plain(cut, "gzip", 5000))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Decompression.plain(cut, "zstd", 5000))
        .isInstanceOf(Decompression.UnaskedEncodingException.class)
        .hasMessageContaining("zstd");
  }

  private static byte[] fixture(String name) throws IOException {
    return Files.readAllBytes(Path.of("src/test/resources/brotli").resolve(name));
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }
}
