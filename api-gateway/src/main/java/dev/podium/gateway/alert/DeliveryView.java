package dev.podium.gateway.alert;

import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one message.
 *
 * @param id of the message, as in its header {@code webhook-id}
 * @param event such as {@code edited}, or {@code test}
 * @param changeId null for a test
 * @param state {@code waiting}, {@code delivered}, {@code failed}, or {@code erased} if what it
 *     quotes was erased on demand before it was delivered
 * @param nextAttemptAt null if there will be none
 * @param erasedAt when what it quotes was erased on demand, and its text here with it; or null
 * @param reason why it has not been taken; null if it has, or was not sent yet
 */
record DeliveryView(
    String id,
    String event,
    @Schema(nullable = true) String changeId,
    @Schema(nullable = true) String exchangeId,
    String state,
    @UtcMillis Instant createdAt,
    @Schema(nullable = true) @UtcMillis Instant endedAt,
    @Schema(nullable = true) @UtcMillis Instant nextAttemptAt,
    @Schema(nullable = true) @UtcMillis Instant erasedAt,
    @Schema(nullable = true) String reason,
    List<Attempt> attempts) {

  /**
   * One call of the receiver.
   *
   * @param status of its answer; null if there was none
   * @param reason why it was not taken; null if it was
   */
  record Attempt(
      int number,
      @UtcMillis Instant at,
      long durationMillis,
      @Schema(nullable = true) Integer status,
      @Schema(nullable = true) String reason) {

    static Attempt of(AttemptRow row) {
      return new Attempt(row.number, row.at, row.durationMillis, row.status, row.reason);
    }
  }

  static DeliveryView of(DeliveryLine line, List<AttemptRow> attempts) {
    boolean test = line.event().equals(DeliveryLog.TEST);
    return new DeliveryView(
        DeliveryRow.messageId(line.id()),
        line.event(),
        test ? null : line.changeId(),
        line.exchangeId(),
        line.state(),
        line.createdAt(),
        line.endedAt(),
        line.dueAt(),
        line.erasedAt(),
        line.lastReason(),
        attempts.stream().map(Attempt::of).toList());
  }
}
