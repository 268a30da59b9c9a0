package dev.podium.gateway.alert;

import java.time.Instant;
import java.util.UUID;

/** A delivery as the log tells it: without its body, which may be long. */
record DeliveryLine(
    UUID id,
    String event,
    String changeId,
    String exchangeId,
    String state,
    Instant createdAt,
    Instant endedAt,
    Instant dueAt,
    Instant erasedAt,
    String lastReason) {

  /** What a query selects for it. */
  static final String SELECT =
      "select d.id, d.event, d.changeId, d.exchangeId, d.state, d.createdAt, d.endedAt, d.dueAt,"
          + " d.erasedAt, d.lastReason from DeliveryRow d where ";
}
