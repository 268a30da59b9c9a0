package dev.podium.ingest.attention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** How many links listings, sitemaps and feeds yield, against what they used to. */
@ApplicationScoped
@Transactional
public class Yields {

  private static final String NOTE =
      """
      insert into listing_yield as y (id, source, address, usual, barren, since)
      values (:id, :source, :address, :links, case when :links = 0 then 1 else 0 end,
              case when :links = 0 then now() end)
      on conflict (id) do update
         set source = excluded.source, address = excluded.address,
             usual = case when :links = 0 then y.usual
                          when y.usual = 0 then :links
                          else 0.8 * y.usual + 0.2 * :links end,
             barren = case when :links = 0 then y.barren + 1 else 0 end,
             since = case when :links = 0 then coalesce(y.since, now()) end
      """;

  // What a source was discovered by once, and is no longer, troubles nobody.
  private static final String BARREN =
      """
      select source, address, usual, barren, since
        from listing_yield y
       where barren >= :looks and usual > 0
         and exists (select from frontier f
                      where f.id = y.id and f.source = y.source and f.kind <> 'page')
       order by since, address
      """;

  private final Session database;

  Yields(Session database) {
    this.database = database;
  }

  /**
   * A listing, sitemap or feed that stopped yielding.
   *
   * @param usual how many links it used to yield
   * @param looks in a row that found none
   * @param since the first of them
   */
  record Barren(String source, String address, double usual, int looks, Instant since) {}

  /** Takes down how many links a look found. */
  public void note(String source, String id, String address, int links) {
    database
        .createNativeMutationQuery(NOTE)
        .setParameter("id", id)
        .setParameter("source", source)
        .setParameter("address", address)
        .setParameter("links", links)
        .executeUpdate();
  }

  /** Takes down that a look found what the one before found. */
  public void again(String id) {
    database
        .createNativeMutationQuery(
            "update listing_yield set barren = barren + 1 where id = :id and barren > 0")
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Those that yielded links once and then none, so many looks in a row. */
  Map<String, List<Barren>> barren(int looks) {
    return database
        .createNativeQuery(BARREN, Object[].class)
        .setParameter("looks", looks)
        .getResultStream()
        .map(
            row ->
                new Barren(
                    (String) row[0],
                    (String) row[1],
                    ((Number) row[2]).doubleValue(),
                    ((Number) row[3]).intValue(),
                    (Instant) row[4]))
        .collect(Collectors.groupingBy(Barren::source));
  }
}
