package dev.podium.ingest.publish;

import dev.podium.ingest.archive.RevisionRange;
import dev.podium.ingest.archive.RevisionWalk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The replays in the database, one of each source, and how far they have come. */
@ApplicationScoped
class ReplayTable {

  // What comes later publishes itself.
  private static final String START =
      """
      insert into replay (source, from_at, to_at, state, total)
      values (:source, :from, least(:to, now()), 'running', :total)
      on conflict (source) do update
         set from_at = excluded.from_at, to_at = excluded.to_at, state = 'running', reason = null,
             total = excluded.total, queued = 0, after_page = '', after_at = 'epoch',
             started_at = now(), moved_at = now(), ended_at = null
       where replay.state <> 'running'
      """;

  // The one that has waited longest; its row is locked, so that no two instances move it.
  private static final String NEXT =
      """
      select source, from_at, to_at, after_page, after_at from replay
       where state = 'running' order by moved_at limit 1 for update skip locked
      """;

  private static final String LIST =
      """
      select source, from_at, to_at, state, reason, total, queued,
             (select count(*) from outbox o join page p on p.id = o.page
               where o.replay and o.state = 'ready' and p.source = replay.source),
             started_at, ended_at
        from replay order by source
      """;

  private final Session database;

  ReplayTable(Session database) {
    this.database = database;
  }

  /** Begins a replay, in the caller's transaction; not where one of the source is under way. */
  boolean start(RevisionRange range, long total) {
    return database
            .createNativeMutationQuery(START)
            .setParameter("source", range.source())
            .setParameter("from", range.from())
            .setParameter("to", range.to())
            .setParameter("total", total)
            .executeUpdate()
        == 1;
  }

  /** The sources of the pages that there are. */
  @Transactional
  List<String> sources() {
    return database
        .createNativeQuery("select distinct source from page order by source", String.class)
        .getResultList();
  }

  /** A replay to be moved, for the caller's transaction; empty where there is none to move. */
  Optional<Running> next() {
    return database
        .createNativeQuery(NEXT, Object[].class)
        .getResultStream()
        .findFirst()
        .map(Running::of);
  }

  /** How many revisions of replays wait in the outbox. */
  int waiting() {
    return database
        .createNativeQuery(
            "select count(*) from outbox where replay and state = 'ready'", Integer.class)
        .getSingleResult();
  }

  /** Notes what was put into the outbox, in the transaction that did it. */
  void moved(Running replay, int queued, RevisionWalk.Place place) {
    database
        .createNativeMutationQuery(
            "update replay set queued = queued + :queued, after_page = :page, after_at = :at,"
                + " moved_at = now() where source = :source")
        .setParameter("queued", queued)
        .setParameter("page", place.page())
        .setParameter("at", place.fetchedAt())
        .setParameter("source", replay.range().source())
        .executeUpdate();
  }

  /** Ends a replay that has put all that there was into the outbox. */
  void done(Running replay) {
    end(replay.range().source(), "done", null);
  }

  /** Stops a replay, if one is under way; what it has in the outbox is taken out again. */
  @Transactional
  boolean stop(String source, String reason) {
    database
        .createNativeMutationQuery(
            "delete from outbox o using page p where p.id = o.page and p.source = :source"
                + " and o.replay and o.state = 'ready' and o.lease is null")
        .setParameter("source", source)
        .executeUpdate();
    return end(source, "stopped", reason);
  }

  private boolean end(String source, String state, String reason) {
    return database
            .createNativeMutationQuery(
                "update replay set state = :state, reason = :reason, ended_at = now()"
                    + " where source = :source and state = 'running'")
            .setParameter("state", state)
            .setParameter("reason", reason, String.class)
            .setParameter("source", source)
            .executeUpdate()
        == 1;
  }

  /** The latest of each source. */
  @Transactional
  List<ReplayView> list() {
    return database
        .createNativeQuery(LIST, Object[].class)
        .getResultStream()
        .map(ReplayView::of)
        .toList();
  }

  /** A replay under way. */
  record Running(RevisionRange range, RevisionWalk.Place place) {

    static Running of(Object[] columns) {
      return new Running(
          new RevisionRange((String) columns[0], (Instant) columns[1], (Instant) columns[2]),
          new RevisionWalk.Place((String) columns[3], (Instant) columns[4]));
    }
  }
}
