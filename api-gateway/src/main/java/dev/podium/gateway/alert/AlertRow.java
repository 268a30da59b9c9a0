package dev.podium.gateway.alert;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

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

    /**
     * In SQL, whether an alert is on and its owner may still call: callers' keys end, and what was
     * made with them with them. That of owners who have no key in the database goes on.
     */
    static final String AT_WORK =
        """
        a.enabled and not exists (
          select from api_key k where a.owner = 'key:' || k.id
            and (k.revoked_at is not null or k.expires_at <= :now))""";

    List<AlertRow> of(String owner) {
      return list("owner", Sort.by("createdAt").and("id"), owner);
    }

    Optional<AlertRow> of(String owner, UUID id) {
      return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** All of all callers, in the order of their owners. */
    List<AlertRow> ofAll() {
      return listAll(Sort.by("owner").and("createdAt").and("id"));
    }

    /** One that nobody else changes before the transaction ends. */
    Optional<AlertRow> lock(String owner, UUID id) {
      return find("owner = ?1 and id = ?2", owner, id)
          .withLock(LockModeType.PESSIMISTIC_WRITE)
          .firstResultOptional();
    }

    /** The alert of a delivery, in the same way; empty if either is forgotten. */
    Optional<AlertRow> lockOf(UUID delivery) {
      return find("id = (select d.alertId from DeliveryRow d where d.id = ?1)", delivery)
          .withLock(LockModeType.PESSIMISTIC_WRITE)
          .firstResultOptional();
    }

    /** Lets nobody else make one of this owner before the transaction ends. */
    void lockCount(String owner) {
      getEntityManager()
          .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:owner, 0))")
          .setParameter("owner", owner)
          .getSingleResult();
    }

    List<AlertRow> atWork(Instant now) {
      return getEntityManager()
          .unwrap(Session.class)
          .createNativeQuery("select a.* from alert a where " + AT_WORK, AlertRow.class)
          .setParameter("now", now)
          .getResultList();
    }
  }
}
