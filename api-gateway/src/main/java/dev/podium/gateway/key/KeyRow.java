package dev.podium.gateway.key;

import dev.podium.gateway.access.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

@Entity
@Table(name = "api_key")
class KeyRow {

  @Id String id;

  byte[] hash;

  String name;

  String[] scopes;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "last_used_at")
  Instant lastUsedAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  @Column(name = "revoked_at")
  Instant revokedAt;

  @Column(name = "revoked_by")
  String revokedBy;

  /** The highest; null where this release knows none of them. */
  Scope scope() {
    return Arrays.stream(scopes)
        .flatMap(text -> Scope.of(text).stream())
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
