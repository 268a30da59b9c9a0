package dev.podium.ingest.frontier;

import dev.podium.ingest.discover.Told;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/** Makes what was changed since it was fetched due, and knows what a source has already. */
@ApplicationScoped
class ModifiedEntries {

  // A time in the future is no news of a change, but a day is over only at its end. However often a
  // site says that all has changed, an entry is not fetched more often than its first interval.
  private static final String HASTEN =
      """
      with modified as materialized (
        select f.id, greatest(now(), f.last_at + :least * interval '1 millisecond') as due_at
          from unnest(cast(:ids as text[]), cast(:times as bigint[])) m (id, millis)
          join frontier f on f.id = m.id and f.kind = :kind and f.source = :source
         where f.lease is null and f.state in ('watched', 'gone', 'missing', 'refused')
           and f.last_at < least(to_timestamp(m.millis / 1000.0), now())
           and to_timestamp(m.millis / 1000.0) < now() + interval '2 days'
           for update of f skip locked)
      update frontier f
         set due_at = m.due_at
        from modified m
       where f.id = m.id and f.kind = :kind and f.due_at > m.due_at
      """;

  private final Session database;

  ModifiedEntries(Session database) {
    this.database = database;
  }

  /** Hastens the next visit to what is told to have changed since the last; says to how many. */
  @Transactional
  int hasten(String source, Entry.Kind kind, List<Told> told, Duration least) {
    List<Told> dated = told.stream().filter(one -> one.modified() != null).toList();
    if (dated.isEmpty()) {
      return 0;
    }
    return database
        .createNativeMutationQuery(HASTEN)
        .setParameter("ids", ids(dated))
        .setParameter(
            "times", dated.stream().map(one -> one.modified().toEpochMilli()).toArray(Long[]::new))
        .setParameter("kind", FrontierTable.code(kind))
        .setParameter("source", source)
        .setParameter("least", least.toMillis())
        .executeUpdate();
  }

  /** How many entries of a kind a source has. */
  @Transactional
  long count(String source, Entry.Kind kind) {
    return database
        .createNativeQuery(
            "select count(*) from frontier where source = :source and kind = :kind", Long.class)
        .setParameter("source", source)
        .setParameter("kind", FrontierTable.code(kind))
        .getSingleResult();
  }

  /** Those of some sitemaps that a source has already, and the first so many of the others. */
  @Transactional
  List<Told> knownAndSoMany(String source, List<Told> sitemaps, long room) {
    Set<String> known = known(source, sitemaps);
    List<Told> taken = new ArrayList<>();
    long left = room;
    for (Told sitemap : sitemaps) {
      boolean isNew = !known.contains(id(sitemap));
      if (!isNew || left > 0) {
        taken.add(sitemap);
      }
      left -= isNew ? 1 : 0;
    }
    return taken;
  }

  private Set<String> known(String source, List<Told> sitemaps) {
    return new HashSet<>(
        database
            .createNativeQuery(
                "select id from frontier where source = :source and kind = 'sitemap'"
                    + " and id = any(:ids)",
                String.class)
            .setParameter("source", source)
            .setParameter("ids", ids(sitemaps))
            .getResultList());
  }

  private static String[] ids(List<Told> told) {
    return told.stream().map(ModifiedEntries::id).toArray(String[]::new);
  }

  private static String id(Told told) {
    return FrontierTable.id(told.link().address());
  }
}
