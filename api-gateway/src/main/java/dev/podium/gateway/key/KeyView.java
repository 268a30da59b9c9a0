package dev.podium.gateway.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key, without its secret.
 *
 * @param scopes as they were given; each includes those below it
 * @param lastUsedAt to a few minutes; null where it was never used
 * @param expiresAt null where it does not
 * @param revokedAt null where it was not
 * @param key the key itself: in the answer to its making, and never again
 */
@Schema(name = "Key")
public record KeyView(
    String id,
    String name,
    List<String> scopes,
    Instant createdAt,
    String createdBy,
    @Schema(nullable = true) Instant lastUsedAt,
    @Schema(nullable = true) Instant expiresAt,
    @Schema(nullable = true) Instant revokedAt,
    @Schema(nullable = true) String revokedBy,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "In the answer to its making, and never again.")
        String key) {

  static KeyView of(KeyRow row, String key) {
    return new KeyView(
        row.id,
        row.name,
        List.of(row.scopes),
        row.createdAt,
        row.createdBy,
        row.lastUsedAt,
        row.expiresAt,
        row.revokedAt,
        row.revokedBy,
        key);
  }
}
