package dev.podium.gateway.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An alert as its owner sees it.
 *
 * @param owner the id of the caller who made it
 * @param query the parameters of the search
 * @param secret what its messages are signed with; told once, when it is made or changed
 * @param off why it is switched off; null while it is on
 * @param failingSince since when its receiver has not taken anything; null if it took the last one
 * @param deliveries the address of what was sent
 */
record AlertView(
    String id,
    @Schema(examples = "key:abcdefghij23") String owner,
    String name,
    Map<String, List<String>> query,
    List<String> events,
    List<String> causes,
    @Schema(format = "uri") String url,
    @JsonInclude(JsonInclude.Include.NON_NULL) String secret,
    boolean enabled,
    @Schema(nullable = true) Off off,
    @Schema(nullable = true) @UtcMillis Instant failingSince,
    @UtcMillis Instant createdAt,
    @UtcMillis Instant changedAt,
    @Schema(format = "uri") String deliveries) {

  /** Why and when an alert was switched off. */
  record Off(@UtcMillis Instant at, String reason) {}

  static AlertView of(AlertRow row, String secret, String address) {
    return new AlertView(
        row.id.toString(),
        row.owner,
        row.name,
        query(row),
        List.of(row.events),
        List.of(row.causes),
        row.url,
        secret,
        row.enabled,
        row.enabled ? null : new Off(row.offAt, row.offReason),
        row.failingSince,
        row.createdAt,
        row.changedAt,
        address + '/' + row.id + "/deliveries");
  }

  /** The search's parameters. */
  static Map<String, List<String>> query(AlertRow row) {
    try {
      return EventJson.MAPPER.readValue(row.query, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a query that we wrote is no JSON", e);
    }
  }
}
