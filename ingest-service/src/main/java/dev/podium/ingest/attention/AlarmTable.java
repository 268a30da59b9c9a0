package dev.podium.ingest.attention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** The alarms, in the database. */
@ApplicationScoped
@Transactional
class AlarmTable {

  private static final String COLUMNS = "source, kind, text, seen_at, since, quiet_at";

  private static final String SAVE =
      """
      insert into alarm (source, kind, text, seen_at, since, quiet_at)
      values (:source, :kind, :text, :seen, :since, :quiet)
      on conflict (source, kind) do update
         set text = excluded.text, seen_at = excluded.seen_at, since = excluded.since,
             quiet_at = excluded.quiet_at
      """;

  // Any number, as long as nothing else locks it.
  private static final long LOCK = 0x616c61726dL;

  private final Session database;

  AlarmTable(Session database) {
    this.database = database;
  }

  /** Whether this transaction is the one that judges, of those of all instances. */
  boolean mine() {
    return database
        .createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
        .setParameter("lock", LOCK)
        .getSingleResult();
  }

  /** All alarms and those that may become some. */
  List<Alarm> all() {
    return database
        .createNativeQuery("select " + COLUMNS + " from alarm", Object[].class)
        .getResultStream()
        .map(AlarmTable::alarm)
        .toList();
  }

  /** Those that are raised, the oldest first. */
  List<Alarm> raised() {
    return database
        .createNativeQuery(
            "select "
                + COLUMNS
                + " from alarm where since is not null order by since, source, kind",
            Object[].class)
        .getResultStream()
        .map(AlarmTable::alarm)
        .toList();
  }

  void save(Alarm alarm) {
    database
        .createNativeMutationQuery(SAVE)
        .setParameter("source", alarm.source())
        .setParameter("kind", alarm.kind().code())
        .setParameter("text", alarm.text())
        .setParameter("seen", alarm.seenAt())
        .setParameter("since", alarm.since(), Instant.class)
        .setParameter("quiet", alarm.quietAt(), Instant.class)
        .executeUpdate();
  }

  void delete(Alarm alarm) {
    database
        .createNativeMutationQuery("delete from alarm where source = :source and kind = :kind")
        .setParameter("source", alarm.source())
        .setParameter("kind", alarm.kind().code())
        .executeUpdate();
  }

  private static Alarm alarm(Object[] row) {
    return new Alarm(
        (String) row[0],
        Alarm.Kind.of((String) row[1]),
        (String) row[2],
        (Instant) row[3],
        (Instant) row[4],
        (Instant) row[5]);
  }
}
