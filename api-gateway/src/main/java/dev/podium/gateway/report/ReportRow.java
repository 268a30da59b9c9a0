package dev.podium.gateway.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "report")
class ReportRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String exchange;

  /** Null in rows of older releases. */
  String briefing;

  long version;

  String source;

  String language;

  String kind;

  String text;

  String contact;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "closed_at")
  Instant closedAt;

  @Column(name = "closed_by")
  String closedBy;

  String note;
}
