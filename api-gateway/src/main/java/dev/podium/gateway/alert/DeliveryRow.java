package dev.podium.gateway.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "delivery")
class DeliveryRow {

  static final String WAITING = "waiting";
  static final String DELIVERED = "delivered";
  static final String FAILED = "failed";
  static final String ERASED = "erased";

  @Id UUID id;

  @Column(name = "alert_id")
  UUID alertId;

  /** Of the change; of a test, the delivery's own. */
  @Column(name = "change_id")
  String changeId;

  @Column(name = "exchange_id")
  String exchangeId;

  String event;

  /** Empty where {@link #erasedAt} is not null. */
  String body;

  /** The ids of the briefing and the exchanges that the body may quote. */
  String[] quotes = {};

  String state;

  int attempts;

  @Column(name = "due_at")
  Instant dueAt;

  @Column(name = "claimed_until")
  Instant claimedUntil;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "ended_at")
  Instant endedAt;

  @Column(name = "erased_at")
  Instant erasedAt;

  @Column(name = "last_status")
  Integer lastStatus;

  @Column(name = "last_reason")
  String lastReason;

  /** The id of its messages, the same on every attempt. */
  String messageId() {
    return messageId(id);
  }

  static String messageId(UUID id) {
    return "msg_" + id;
  }

  void end(String how, Instant now) {
    state = how;
    endedAt = now;
    dueAt = null;
    claimedUntil = null;
  }
}
