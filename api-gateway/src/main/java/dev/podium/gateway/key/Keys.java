package dev.podium.gateway.key;

import dev.podium.gateway.access.Scope;
import dev.podium.gateway.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The keys in the database. */
@ApplicationScoped
class Keys implements PanacheRepositoryBase<KeyRow, String> {

  private final Database database;

  Keys(Database database) {
    this.database = database;
  }

  /** A key that was just made; the only time that its text is known. */
  record Made(String key, KeyRow row) {}

  /** All that may be used, with the edition that they are of. */
  record Edition(long number, List<KeyRow> rows) {}

  /**
   * Makes a key.
   *
   * @param expiresAt null where it does not
   */
  Made make(String name, List<Scope> scopes, Instant expiresAt, String createdBy) {
    return database.call(() -> insert(name, scopes, expiresAt, createdBy));
  }

  private Made insert(String name, List<Scope> scopes, Instant expiresAt, String createdBy) {
    String key = KeyText.fresh();
    KeyRow row = new KeyRow();
    row.id = KeyText.id(key).orElseThrow();
    row.hash = KeyText.hash(key);
    row.name = name;
    row.scopes = scopes.stream().distinct().sorted().map(Scope::text).toArray(String[]::new);
    row.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    row.createdBy = createdBy;
    row.expiresAt = expiresAt;
    nextEdition();
    persist(row);
    return new Made(key, row);
  }

  /** Makes a key for an administrator unless there is one; nobody else makes one meanwhile. */
  Optional<Made> makeFirst() {
    return database.call(
        () -> {
          nextEdition();
          boolean isThere = usable().stream().anyMatch(row -> row.scope() == Scope.ADMIN);
          return isThere
              ? Optional.empty()
              : Optional.of(insert("the first key", List.of(Scope.ADMIN), null, "the gateway"));
        });
  }

  // Locks the row, so that changes come one after the other and none is overlooked.
  private void nextEdition() {
    getEntityManager()
        .createNativeQuery("update api_key_edition set edition = edition + 1")
        .executeUpdate();
  }

  private List<KeyRow> usable() {
    return list("revokedAt is null and (expiresAt is null or expiresAt > ?1)", Instant.now());
  }

  /** The keys, if their edition is another one than that. */
  Optional<Edition> newerThan(long known) {
    return database.call(
        () -> {
          Number number =
              (Number)
                  getEntityManager()
                      .createNativeQuery("select edition from api_key_edition")
                      .getSingleResult();
          return number.longValue() == known
              ? Optional.empty()
              : Optional.of(new Edition(number.longValue(), usable()));
        });
  }

  /** One, revoked ones too. */
  Optional<KeyRow> get(String id) {
    return database.call(() -> findByIdOptional(id));
  }

  /** All, revoked ones too, in the order of their ids. */
  List<KeyRow> after(String id, int size) {
    return database.call(() -> find("id > ?1 order by id", id).page(0, size).list());
  }

  /** Takes a key back; once is enough. False where there is none. */
  boolean revoke(String id, String by) {
    return database.call(
        () -> {
          nextEdition();
          update(
              "revokedAt = ?1, revokedBy = ?2 where id = ?3 and revokedAt is null",
              Instant.now(),
              by,
              id);
          return count("id", id) > 0;
        });
  }

  /** Notes that keys were used. */
  void used(Collection<String> ids, Instant time) {
    database.run(
        () ->
            update(
                "lastUsedAt = ?1 where id in ?2 and (lastUsedAt is null or lastUsedAt < ?1)",
                time,
                ids));
  }
}
