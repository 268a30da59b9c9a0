package dev.podium.ingest.frontier;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.source.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.hibernate.Session;

/** What there is to fetch, in the database. */
@ApplicationScoped
class FrontierTable {

  private static final int TOGETHER = 1000;

  // Without pages that were erased on demand. In the order of their ids, so that two who add the
  // same never wait for each other.
  private static final String ADD =
      """
      insert into frontier (id, kind, source, address, host, priority, due_at, state, reason,
                            interval_ms, listing, number)
      select f.id, f.kind, :source, f.address, f.host, 1, now() + (f.place - 1) * interval '1 microsecond',
             'new', f.reason, :interval, f.listing, f.number
        from unnest(cast(:ids as text[]), cast(:kinds as text[]), cast(:addresses as text[]),
                    cast(:hosts as text[]), cast(:reasons as text[]), cast(:listings as text[]),
                    cast(:numbers as integer[]))
               with ordinality f (id, kind, address, host, reason, listing, number, place)
       where f.kind <> 'page'
          or not exists (select from page where page.id = f.id and page.erasure is not null)
       order by f.id
      on conflict (id, kind) do nothing
      """;

  private static final String SEED =
      """
      insert into frontier (id, kind, source, address, host, priority, state, reason,
                            interval_ms, listing, number)
      values (:id, :kind, :source, :address, :host, 0, 'new', 'declared by the source', :interval,
              :id, 0)
      on conflict (id, kind) do update
         set source = excluded.source, address = excluded.address, priority = 0,
             interval_ms = excluded.interval_ms, listing = excluded.listing, number = 0,
             etag = null, last_modified = null,
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

  /** Makes known what a source is discovered by, and forgets what it no longer has. */
  @Transactional
  void seed(Source source) {
    List<String> listings = source.listings().stream().map(Source.Listing::url).toList();
    seed(source.id(), Entry.Kind.LISTING, listings, source.listingInterval());
    seed(source.id(), Entry.Kind.SITEMAP, source.sitemaps(), source.listingInterval());
    seed(source.id(), Entry.Kind.FEED, source.feeds(), source.listingInterval());
  }

  /** Makes the listings, sitemaps or feeds of a source known, and forgets all others. */
  @Transactional
  void seed(String source, Entry.Kind kind, List<String> addresses, Duration interval) {
    addresses.forEach(address -> seed(source, kind, address, interval));
    database
        .createNativeMutationQuery(
            "delete from frontier where source = :source and kind = :kind"
                + " and not listing = any(:listings)")
        .setParameter("source", source)
        .setParameter("kind", code(kind))
        .setParameter("listings", addresses.stream().map(FrontierTable::id).toArray(String[]::new))
        .executeUpdate();
  }

  private void seed(String source, Entry.Kind kind, String address, Duration interval) {
    host(Hosts.of(address));
    database
        .createNativeMutationQuery(TAKE_OVER)
        .setParameter("id", id(address))
        .setParameter("source", source)
        .executeUpdate();
    database
        .createNativeMutationQuery(SEED)
        .setParameter("id", id(address))
        .setParameter("kind", code(kind))
        .setParameter("source", source)
        .setParameter("address", address)
        .setParameter("host", Hosts.of(address))
        .setParameter("interval", interval.toMillis())
        .executeUpdate();
  }

  /** Adds what is not known yet, due in the order given; says how many that were. */
  @Transactional
  int add(String source, List<Found> found, Duration interval) {
    found.stream().map(one -> Hosts.of(one.address())).distinct().sorted().forEach(this::host);
    int added = 0;
    for (int from = 0; from < found.size(); from += TOGETHER) {
      added +=
          addTogether(
              source, found.subList(from, Math.min(from + TOGETHER, found.size())), interval);
    }
    return added;
  }

  private int addTogether(String source, List<Found> found, Duration interval) {
    return database
        .createNativeMutationQuery(ADD)
        .setParameter("source", source)
        .setParameter("interval", interval.toMillis())
        .setParameter("ids", texts(found, one -> id(one.address())))
        .setParameter("kinds", texts(found, one -> code(one.kind())))
        .setParameter("addresses", texts(found, Found::address))
        .setParameter("hosts", texts(found, one -> Hosts.of(one.address())))
        .setParameter("reasons", texts(found, Found::reason))
        .setParameter("listings", texts(found, Found::listing))
        .setParameter("numbers", found.stream().map(Found::number).toArray(Integer[]::new))
        .executeUpdate();
  }

  private static String[] texts(List<Found> found, Function<Found, String> text) {
    return found.stream().map(text).toArray(String[]::new);
  }

  /** Makes a host known, so that it can have a turn. */
  void host(String name) {
    database
        .createNativeMutationQuery("insert into host (name) values (:name) on conflict do nothing")
        .setParameter("name", name)
        .executeUpdate();
  }

  /** Whether another page of the same listing has these very links. */
  boolean isRepeat(Entry entry, String links) {
    return database
        .createNativeQuery(
            "select exists (select from frontier where source = :source and kind = 'listing'"
                + " and listing = :listing and sha256 = :links and id <> :id)",
            Boolean.class)
        .setParameter("source", entry.source())
        .setParameter("listing", entry.listing())
        .setParameter("links", links)
        .setParameter("id", entry.id())
        .getSingleResult();
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

  /** Makes the listings, sitemaps and feeds of a source due at once; says how many there are. */
  @Transactional
  int hastenListings(String source) {
    return database
        .createNativeMutationQuery(
            "update frontier set due_at = least(due_at, now())"
                + " where source = :source and kind <> 'page' and number = 0")
        .setParameter("source", source)
        .executeUpdate();
  }

  /**
   * Marks what the transaction has added so far as published just now, to be watched closely. All
   * of it has the time of the transaction, whatever found it.
   */
  void fresh(String source, Duration interval) {
    database
        .createNativeMutationQuery(
            "update frontier set fresh = true, interval_ms = least(interval_ms, :interval)"
                + " where source = :source and kind = 'page' and found_at = now() and looks = 0")
        .setParameter("interval", interval.toMillis())
        .setParameter("source", source)
        .executeUpdate();
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
