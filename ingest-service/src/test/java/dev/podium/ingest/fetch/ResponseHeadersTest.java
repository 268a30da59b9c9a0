package dev.podium.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
  void refusesDamageAndWhatWasNotAskedFor() throws IOException {
    byte[] cut = Arrays.copyOf(gzip(new byte[5000]), 20);
    assertThatThrownBy(() -> Decompression.plain(cut, "gzip", 5000))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Decompression.plain(cut, "br", 5000))
        .isInstanceOf(Decompression.UnaskedEncodingException.class)
        .hasMessageContaining("br");
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }
}
