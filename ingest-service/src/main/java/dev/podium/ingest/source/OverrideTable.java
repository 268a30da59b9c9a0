package dev.podium.ingest.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** What was changed about sources over REST, in the database. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OverrideTable {

  private static final String SELECT =
      "select id, declaration, state, version, changed_by, changed_at from source_override";

  private static final String SAVE =
      """
      insert into source_override (id, declaration, state, version, changed_by, changed_at)
      values (:id, :declaration, :state, :version, :by, :at)
      on conflict (id) do update
         set declaration = excluded.declaration, state = excluded.state,
             version = excluded.version, changed_by = excluded.changed_by,
             changed_at = excluded.changed_at
      """;

  private final Session database;

  OverrideTable(Session database) {
    this.database = database;
  }

  /** The number of the last change. */
  long change() {
    return number("select number from source_version");
  }

  /** Counts a change. Until the transaction ends, nobody else can make one. */
  long begin() {
    return number("update source_version set number = number + 1 returning number");
  }

  List<SourceOverride> all() {
    return database.createNativeQuery(SELECT, Object[].class).getResultList().stream()
        .map(OverrideTable::override)
        .toList();
  }

  Optional<SourceOverride> find(String id) {
    return database
        .createNativeQuery(SELECT + " where id = :id", Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(OverrideTable::override);
  }

  void save(SourceOverride override) {
    database
        .createNativeMutationQuery(SAVE)
        .setParameter("id", override.id())
        .setParameter("declaration", override.declaration(), String.class)
        .setParameter("state", override.state().code())
        .setParameter("version", override.version())
        .setParameter("by", override.changedBy())
        .setParameter("at", override.changedAt())
        .executeUpdate();
  }

  void remove(String id) {
    database
        .createNativeMutationQuery("delete from source_override where id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  private long number(String query) {
    return database.createNativeQuery(query, Long.class).getSingleResult();
  }

  private static SourceOverride override(Object[] row) {
    return new SourceOverride(
        (String) row[0],
        (String) row[1],
        KnownSource.State.of((String) row[2]),
        ((Number) row[3]).longValue(),
        (String) row[4],
        (Instant) row[5]);
  }
}
