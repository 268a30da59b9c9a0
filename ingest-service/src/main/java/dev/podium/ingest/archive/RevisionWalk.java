package dev.podium.ingest.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Goes through a range of revisions some at a time: page by page, each in order of capture. */
@ApplicationScoped
@Transactional
public class RevisionWalk {

  private static final String RANGE =
      """
        from revision r join page p on p.id = r.page
       where (:source = '' or p.source = :source)
         and r.fetched_at >= :from and r.fetched_at < :to
      """;
  private static final String PUBLISHED = " and r.published ";
  private static final String WITH_BODY =
      """
       and (r.sha256 is null
            or exists (select 1 from body b where b.sha256 = r.sha256 and b.zstd is not null))
      """;
  private static final String NEXT =
      """
       and (r.page, r.fetched_at) > (:page, :at)
       order by r.page, r.fetched_at limit :size
      """;

  private final Session database;

  RevisionWalk(Session database) {
    this.database = database;
  }

  /** How far a walk has come. */
  public record Place(String page, Instant fetchedAt) {

    /** Before the first revision. */
    public static final Place START = new Place("", Instant.EPOCH);
  }

  /** A revision that can be published again. */
  public record Published(String page, int number, Instant fetchedAt) {

    /** Where a walk goes on from here. */
    public Place place() {
      return new Place(page, fetchedAt);
    }

    static Published of(Object[] columns) {
      return new Published(
          (String) columns[0], ((Number) columns[1]).intValue(), (Instant) columns[2]);
    }
  }

  /**
   * How many published revisions there are.
   *
   * @param withoutBody how many more there were, whose bodies retention has dropped
   */
  public record Count(long revisions, long withoutBody) {}

  /** Counts the published revisions of a range. */
  public Count count(RevisionRange range) {
    long all = count(range, RANGE + PUBLISHED);
    long withBody = count(range, RANGE + PUBLISHED + WITH_BODY);
    return new Count(withBody, all - withBody);
  }

  private long count(RevisionRange range, String from) {
    return in(range, database.createNativeQuery("select count(*)" + from, Long.class))
        .getSingleResult();
  }

  /** The published revisions after a place that still have their bodies. */
  public List<Published> published(RevisionRange range, Place after, int size) {
    return after(
            range,
            after,
            size,
            database.createNativeQuery(
                "select r.page, r.number, r.fetched_at" + RANGE + PUBLISHED + WITH_BODY + NEXT,
                Object[].class))
        .stream()
        .map(Published::of)
        .toList();
  }

  /** All revisions after a place. */
  List<RevisionRow> all(RevisionRange range, Place after, int size) {
    return after(
        range,
        after,
        size,
        database.createNativeQuery("select r.*" + RANGE + NEXT, RevisionRow.class));
  }

  private static <T> List<T> after(
      RevisionRange range, Place after, int size, NativeQuery<T> query) {
    return in(range, query)
        .setParameter("page", after.page())
        .setParameter("at", after.fetchedAt())
        .setParameter("size", size)
        .getResultList();
  }

  private static <T> NativeQuery<T> in(RevisionRange range, NativeQuery<T> query) {
    return query
        .setParameter("source", range.source() == null ? "" : range.source())
        .setParameter("from", range.from())
        .setParameter("to", range.to());
  }
}
