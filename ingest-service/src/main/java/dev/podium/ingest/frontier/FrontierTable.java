package dev.podium.ingest.frontier;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.PageIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hibernate.Session;

/** What there is to fetch, in the database. */
@ApplicationScoped
class FrontierTable {

  private static final String ADD =
      """
      insert into frontier (id, kind, source, address, host, priority, due_at, state, reason,
                            interval_ms, listing, number)
      values (:id, :kind, :source, :address, :host, :priority,
              now() + :delay * interval '1 millisecond', 'new', :reason, :interval, :listing,
              :number)
      on conflict (id, kind) do nothing
      """;

  private static final String SEED =
      """
      insert into frontier (id, kind, source, address, host, priority, state, reason,
                            interval_ms, listing, number)
      values (:id, 'listing', :source, :address, :host, 0, 'new', 'a listing of the source',
              :interval, :id, 0)
      on conflict (id, kind) do update
         set source = excluded.source, address = excluded.address, priority = 0,
             interval_ms = excluded.interval_ms, listing = excluded.listing, number = 0,
             due_at = least(frontier.due_at,
                            now() + excluded.interval_ms * interval '1 millisecond')
      """;

  // A listing that was another source's goes over with its further pages, and with what it led to
  // that was never fetched, so that nothing is left with a source that is fetched no longer.
  private static final String TAKE_OVER =
      """
      delete from frontier f
       using frontier first
       where first.id = :id and first.kind = 'listing' and first.source <> :source
         and f.source = first.source
         and ((f.kind = 'listing' and f.listing = :id)
              or (f.kind = 'page' and not exists (select from page where page.id = f.id)))
      """;

  private final Session database;

  FrontierTable(Session database) {
    this.database = database;
  }

  /** Something to fetch that was found. */
  record Found(String address, Entry.Kind kind, String reason, String listing, int number) {}

  /** Makes the listings of a source known, and forgets those that it no longer has. */
  @Transactional
  void seed(String source, List<String> listings, Duration interval) {
    listings.forEach(address -> seed(source, address, interval));
    database
        .createNativeMutationQuery(
            "delete from frontier where source = :source and kind = 'listing'"
                + " and not listing = any(:listings)")
        .setParameter("source", source)
        .setParameter("listings", listings.stream().map(FrontierTable::id).toArray(String[]::new))
        .executeUpdate();
  }

  private void seed(String source, String address, Duration interval) {
    host(Hosts.of(address));
    database
        .createNativeMutationQuery(TAKE_OVER)
        .setParameter("id", id(address))
        .setParameter("source", source)
        .executeUpdate();
    database
        .createNativeMutationQuery(SEED)
        .setParameter("id", id(address))
        .setParameter("source", source)
        .setParameter("address", address)
        .setParameter("host", Hosts.of(address))
        .setParameter("interval", interval.toMillis())
        .executeUpdate();
  }

  /** Adds what is not known yet, due in the order given; says how many that were. */
  @Transactional
  int add(String source, List<Found> found, Duration interval) {
    found.stream().map(one -> Hosts.of(one.address())).distinct().forEach(this::host);
    int added = 0;
    for (int i = 0; i < found.size(); i++) {
      added += add(source, found.get(i), interval, i);
    }
    return added;
  }

  private int add(String source, Found found, Duration interval, int place) {
    return database
        .createNativeMutationQuery(ADD)
        .setParameter("id", id(found.address()))
        .setParameter("kind", code(found.kind()))
        .setParameter("source", source)
        .setParameter("address", found.address())
        .setParameter("host", Hosts.of(found.address()))
        .setParameter("priority", 1)
        .setParameter("delay", place)
        .setParameter("reason", found.reason())
        .setParameter("interval", interval.toMillis())
        .setParameter("listing", found.listing(), String.class)
        .setParameter("number", found.number())
        .executeUpdate();
  }

  private void host(String name) {
    database
        .createNativeMutationQuery("insert into host (name) values (:name) on conflict do nothing")
        .setParameter("name", name)
        .executeUpdate();
  }

  /** Makes a listing page due at once, if there is one. */
  @Transactional
  void hasten(String address) {
    database
        .createNativeMutationQuery(
            "update frontier set due_at = least(due_at, now())"
                + " where id = :id and kind = 'listing' and lease is null")
        .setParameter("id", id(address))
        .executeUpdate();
  }

  /** Makes the listings of a source due at once; says how many there are. */
  @Transactional
  int hastenListings(String source) {
    return database
        .createNativeMutationQuery(
            "update frontier set due_at = least(due_at, now())"
                + " where source = :source and kind = 'listing' and number = 0")
        .setParameter("source", source)
        .executeUpdate();
  }

  /** Notes what came of a visit, unless another instance has taken the entry over meanwhile. */
  void complete(Entry entry, String lease, NextVisit next, Validators validators, String robots) {
    host(next.host());
    turnEnds(entry.host(), next);
    database
        .createNativeMutationQuery(
            """
                update frontier
                   set state = coalesce(:state, state), reason = :reason, host = :host, hop = :hop,
                       hops = :hops, due_at = now() + :due * interval '1 millisecond',
                       interval_ms = :interval, failures = :failures, missing_since = :missing,
                       etag = :etag, last_modified = :modified, sha256 = :sha256,
                       robots = coalesce(:robots, robots), last_at = now(), lease = null,
                       priority = case when priority = 1 and :fetched then 2 else priority end
                 where id = :id and kind = :kind and lease = :lease
                """)
        .setParameter("state", next.state() == null ? null : code(next.state()), String.class)
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
        .setParameter("fetched", fetched(next))
        .setParameter("id", entry.id())
        .setParameter("kind", code(entry.kind()))
        .setParameter("lease", lease)
        .executeUpdate();
  }

  private void turnEnds(String host, NextVisit next) {
    database
        .createNativeMutationQuery(
            """
            update host
               set failures = :failures,
                   next_at = now() + greatest(:pause, crawl_delay) * interval '1 millisecond'
             where name = :name
            """)
        .setParameter("failures", next.hostFailures())
        .setParameter("pause", next.hostPause().toMillis())
        .setParameter("name", host)
        .executeUpdate();
  }

  private static boolean fetched(NextVisit next) {
    return next.state() != null && next.state() != NextVisit.State.REDIRECTED;
  }

  static String id(String address) {
    return PageIds.of(CanonicalUrl.of(address));
  }

  static String code(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /** What a later request may ask "has it changed since" with, and the body that it means. */
  record Validators(String etag, String lastModified, String sha256) {

    static Validators of(Entry entry) {
      return new Validators(entry.etag(), entry.lastModified(), entry.sha256());
    }
  }
}
