package dev.podium.ingest.archive;

import dev.podium.kit.digest.Sha256;
import java.util.HexFormat;
import java.util.List;

/**
 * A body with its two hashes: of the bytes, and of the text that a reader sees.
 *
 * @param contentType as received, with its parameters
 * @param charset as the content type declares it, or null
 */
// Its hash speaks for the body wherever two are compared.
@SuppressWarnings("ArrayRecordComponent")
public record Content(
    byte[] body, String contentType, String charset, String sha256, String textSha256) {

  /**
   * Hashes a body.
   *
   * @param volatileSelectors CSS selectors of parts that change without meaning
   */
  public static Content of(byte[] body, ContentType type, List<String> volatileSelectors) {
    return new Content(
        body,
        type.value(),
        type.charset(),
        sha256(body),
        VisibleText.sha256(body, type, volatileSelectors));
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.of(bytes));
  }
}
