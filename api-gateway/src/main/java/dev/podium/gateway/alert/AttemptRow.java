package dev.podium.gateway.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "delivery_attempt")
class AttemptRow {

  @Id UUID id;

  @Column(name = "delivery_id")
  UUID deliveryId;

  int number;

  Instant at;

  Integer status;

  @Column(name = "duration_ms")
  long durationMillis;

  String reason;
}
