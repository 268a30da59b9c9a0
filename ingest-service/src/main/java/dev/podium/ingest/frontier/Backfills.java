package dev.podium.ingest.frontier;

import dev.podium.ingest.discover.DateRange;
import dev.podium.ingest.discover.Link;
import dev.podium.ingest.frontier.FrontierTable.Found;
import dev.podium.ingest.source.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Backfills that are under way, in the database: each is at one page of a listing at a time, and
 * goes on from there after whatever has stopped it.
 */
@ApplicationScoped
class Backfills {

  private static final String START =
      """
      update frontier
         set due_at = least(due_at, now()), etag = null, last_modified = null,
             backfill_from = case when kind = 'listing' then least(backfill_from, :from) end,
             backfill_to = case when kind = 'listing' then greatest(backfill_to, :to) end
       where source = :source and (kind = 'listing' and number = 0 or kind in ('sitemap', 'feed'))
      """;

  // Two backfills that meet at a page go on as one over the days of both.
  private static final String GO_ON =
      """
      update frontier
         set due_at = least(due_at, now()),
             backfill_from = least(backfill_from, :from), backfill_to = greatest(backfill_to, :to)
       where id = :id and kind = 'listing' and source = :source
      """;

  private final Session database;
  private final FrontierTable frontier;

  Backfills(Session database, FrontierTable frontier) {
    this.database = database;
    this.frontier = frontier;
  }

  /** Starts one at the first page of each listing, and reads sitemaps and feeds anew. */
  @Transactional
  void start(Source source, DateRange range) {
    frontier.seed(source);
    database
        .createNativeMutationQuery(START)
        .setParameter("source", source.id())
        .setParameter("from", range.from())
        .setParameter("to", range.to())
        .executeUpdate();
  }

  /** The backfill that is at a page of a listing. */
  Optional<DateRange> at(Entry entry) {
    return database
        .createNativeQuery(
            "select backfill_from, backfill_to from frontier where id = :id and kind = 'listing'"
                + " and backfill_from is not null",
            Object[].class)
        .setParameter("id", entry.id())
        .getResultStream()
        .findFirst()
        .map(row -> new DateRange((LocalDate) row[0], (LocalDate) row[1]));
  }

  /** Goes on to another page of the listing. */
  void goOn(Source source, DateRange range, Found next, Duration interval) {
    frontier.add(source.id(), List.of(next), interval);
    database
        .createNativeMutationQuery(GO_ON)
        .setParameter("id", FrontierTable.id(next.address()))
        .setParameter("source", source.id())
        .setParameter("from", range.from())
        .setParameter("to", range.to())
        .executeUpdate();
  }

  /** Leaves a page behind. */
  void leave(Entry entry) {
    database
        .createNativeMutationQuery(
            "update frontier set backfill_from = null, backfill_to = null"
                + " where id = :id and kind = 'listing'")
        .setParameter("id", entry.id())
        .executeUpdate();
  }

  /** Makes those pages due that were tried before and could not be taken. */
  void retry(Source source, List<Link> links) {
    database
        .createNativeMutationQuery(
            "update frontier set due_at = least(due_at, now())"
                + " where id = any(:ids) and kind = 'page' and source = :source"
                + " and lease is null and state in ('missing', 'refused', 'failing')")
        .setParameter(
            "ids",
            links.stream().map(link -> FrontierTable.id(link.address())).toArray(String[]::new))
        .setParameter("source", source.id())
        .executeUpdate();
  }
}
