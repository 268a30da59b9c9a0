package dev.podium.gateway.revision;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.change.TextDiff;
import dev.podium.contracts.event.UtcMillis;
import dev.podium.gateway.offset.Utf16;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What differs between two revisions of an exchange.
 *
 * @param from null where there is none before that differs
 * @param changed paths of the fields that differ, such as {@code answer.text}
 * @param before as it was in {@code from}, or null
 * @param after as it was in {@code to}
 * @param diff which words differ, for each text that does
 */
public record RevisionDiff(
    String exchangeId,
    @Schema(nullable = true) Side from,
    Side to,
    List<String> changed,
    @Schema(nullable = true) Exchange before,
    Exchange after,
    List<TextDiff> diff) {

  /** The same with other offsets: those of the exchanges are given, the words' counted anew. */
  RevisionDiff told(Exchange beforeInUtf16, Exchange afterInUtf16) {
    return new RevisionDiff(
        exchangeId,
        from,
        to,
        changed,
        beforeInUtf16,
        afterInUtf16,
        Utf16.diff(diff, before, after));
  }

  /** One of the two revisions. */
  public record Side(
      long version, @UtcMillis Instant fetchedAt, @UtcMillis Instant recordedAt, String href) {}
}
