package dev.podium.parse.page;

import dev.podium.contracts.briefing.Rejection;
import dev.podium.contracts.briefing.Warning;
import java.util.List;

/**
 * A body as text.
 *
 * @param text without byte order mark
 * @param codePoints those of the text
 * @param charset that it was decoded with
 * @param rejection why the bytes cannot be a page, or null
 */
public record Decoded(
    String text,
    CodePoints codePoints,
    String charset,
    List<Warning> warnings,
    Rejection rejection) {
  public Decoded {
    warnings = List.copyOf(warnings);
  }
}
