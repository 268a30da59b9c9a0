package dev.podium.gateway.report;

import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A report, as its reader and administrators get it.
 *
 * @param exchange where it is
 * @param version of the briefing that was reported
 * @param status {@code open} or {@code closed}
 * @param note what an administrator says of it
 */
@Schema(name = "Report")
public record ReportView(
    long id,
    String exchangeId,
    String exchange,
    long version,
    String source,
    String language,
    ReportKind kind,
    String text,
    @Schema(nullable = true) String contact,
    String status,
    @UtcMillis Instant createdAt,
    String createdBy,
    @Schema(nullable = true) @UtcMillis Instant closedAt,
    @Schema(nullable = true) String closedBy,
    @Schema(nullable = true) String note) {

  static ReportView of(ReportRow row, String exchange) {
    return new ReportView(
        row.id,
        row.exchange,
        exchange,
        row.version,
        row.source,
        row.language,
        ReportKind.of(row.kind).orElse(ReportKind.OTHER),
        row.text,
        row.contact,
        row.closedAt == null ? "open" : "closed",
        row.createdAt,
        row.createdBy,
        row.closedAt,
        row.closedBy,
        row.note);
  }
}
