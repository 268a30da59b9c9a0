package dev.podium.gateway.alert;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "alert")
class AlertRow {

  @Id UUID id;

  String owner;

  String name;

  /** The search's parameters as JSON. */
  String query;

  String[] events;

  String[] causes;

  String url;

  String secret;

  boolean enabled;

  @Column(name = "off_reason")
  String offReason;

  @Column(name = "off_at")
  Instant offAt;

  /** When its receiver failed first, since it took something; null if the last call was taken. */
  @Column(name = "failing_since")
  Instant failingSince;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "changed_at")
  Instant changedAt;

  void switchOff(String reason, Instant now) {
    enabled = false;
    offReason = reason;
    offAt = now;
  }

  void switchOn() {
    enabled = true;
    offReason = null;
    offAt = null;
    failingSince = null;
  }

  @ApplicationScoped
  static class Alerts implements PanacheRepositoryBase<AlertRow, UUID> {

    List<AlertRow> of(String owner) {
      return list("owner", Sort.by("createdAt").and("id"), owner);
    }

    Optional<AlertRow> of(String owner, UUID id) {
      return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    List<AlertRow> enabled() {
      return list("enabled", true);
    }
  }
}
