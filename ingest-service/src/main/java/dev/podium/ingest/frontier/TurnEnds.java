package dev.podium.ingest.frontier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.Session;

/** Ends turns with what came of their visits. */
@ApplicationScoped
class TurnEnds {

  private final Session database;
  private final FrontierTable frontier;

  TurnEnds(Session database, FrontierTable frontier) {
    this.database = database;
    this.frontier = frontier;
  }

  /**
   * Notes what came of a visit.
   *
   * @return false where entry and host are not in the hands of that lease any more; the transaction
   *     is to be rolled back then, since whoever has taken them over brings it anew
   */
  boolean end(
      Entry entry,
      String lease,
      NextVisit next,
      FrontierTable.Validators validators,
      String robots) {
    if (!next.host().equals(entry.host())) {
      frontier.host(next.host());
    }
    return hostEnds(entry, lease, next) && entryEnds(entry, lease, next, validators, robots);
  }

  private boolean entryEnds(
      Entry entry,
      String lease,
      NextVisit next,
      FrontierTable.Validators validators,
      String robots) {
    return database
            .createNativeMutationQuery(
                """
                update frontier
                   set state = coalesce(:state, state), reason = :reason, host = :host, hop = :hop,
                       hops = :hops, due_at = now() + :due * interval '1 millisecond',
                       interval_ms = :interval, failures = :failures, missing_since = :missing,
                       etag = :etag, last_modified = :modified, sha256 = :sha256,
                       robots = coalesce(:robots, robots), last_at = now(), lease = null,
                       looks = :looks, looked_at = :looked, changed_at = :changed,
                       changes = :changes, changes_expected = :expected, doubted = :doubted,
                       priority = case when priority = 1 and :fetched then 2 else priority end
                 where id = :id and kind = :kind and lease = :lease
                """)
            .setParameter(
                "state",
                next.state() == null ? null : FrontierTable.code(next.state()),
                String.class)
            .setParameter("reason", next.reason())
            .setParameter("host", next.host())
            .setParameter("hop", next.hop(), String.class)
            .setParameter("hops", next.hops())
            .setParameter("due", next.dueIn().toMillis())
            .setParameter("interval", next.interval().toMillis())
            .setParameter("failures", next.failures())
            .setParameter("missing", next.missingSince(), Instant.class)
            .setParameter("etag", validators.etag(), String.class)
            .setParameter("modified", validators.lastModified(), String.class)
            .setParameter("sha256", validators.sha256(), String.class)
            .setParameter("robots", robots, String.class)
            .setParameter("looks", next.watch().looks())
            .setParameter("looked", next.watch().lookedAt(), Instant.class)
            .setParameter("changed", next.watch().changedAt(), Instant.class)
            .setParameter("changes", next.watch().changes())
            .setParameter("expected", next.watch().expected())
            .setParameter("doubted", next.watch().doubted())
            .setParameter("fetched", fetched(next))
            .setParameter("id", entry.id())
            .setParameter("kind", FrontierTable.code(entry.kind()))
            .setParameter("lease", lease)
            .executeUpdate()
        == 1;
  }

  private boolean hostEnds(Entry entry, String lease, NextVisit next) {
    boolean failed = next.hostFailures() > entry.hostFailures();
    return database
            .createNativeMutationQuery(
                """
            update host
               set failures = :failures,
                   failing_since = case when :failures > 0 then coalesce(failing_since, now()) end,
                   failure = case when :failures > 0 then coalesce(:failure, failure) end,
                   next_at = now() + greatest(:pause, crawl_delay) * interval '1 millisecond'
             where name = :name and lease = :lease
            """)
            .setParameter("failures", next.hostFailures())
            .setParameter("failure", failed ? next.reason() : null, String.class)
            .setParameter("pause", next.hostPause().toMillis())
            .setParameter("name", entry.host())
            .setParameter("lease", lease)
            .executeUpdate()
        == 1;
  }

  private static boolean fetched(NextVisit next) {
    return next.state() != null && next.state() != NextVisit.State.REDIRECTED;
  }
}
