package dev.podium.gateway.cursor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "cursor_secret")
class CursorSecretRow {

  @Id UUID id;

  byte[] secret;

  @Column(name = "created_at")
  Instant createdAt;

  static CursorSecretRow of(byte[] secret, Instant time) {
    CursorSecretRow row = new CursorSecretRow();
    row.id = UUID.randomUUID();
    row.secret = secret;
    row.createdAt = time;
    return row;
  }

  @ApplicationScoped
  static class Secrets implements PanacheRepositoryBase<CursorSecretRow, UUID> {

    List<CursorSecretRow> newestFirst() {
      return list("order by createdAt desc, id");
    }
  }
}
