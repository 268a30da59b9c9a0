package dev.podium.ingest.attention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.contracts.event.UtcMillis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The visits of the last day, in the database. */
@ApplicationScoped
@Transactional
class VisitLog {

  private static final int MOST_CAUSES = 20;
  private static final int LATEST = 10;

  // One statement for all rows, and a lock that makes the order of ids that of commits: whoever
  // reads on from an id misses nothing that another instance wrote meanwhile.
  private static final String LOCK = "select 1 from pg_advisory_xact_lock(:lock)";
  private static final long JOURNAL = 0x7669736974L;

  private static final String ADD =
      """
      insert into visit (source, entry, kind, address, target, result, cause, reason, at)
      select source, entry, kind, address, target, result, cause, reason, at
        from jsonb_to_recordset(cast(:visits as jsonb))
          as v(source text, entry text, kind text, address text, target text, result text,
               cause text, reason text, at timestamptz)
      """;

  private static final String REDIRECTED =
      """
      with latest as (
        select source, entry, target,
               row_number() over (partition by source order by id desc) as place
          from visit where result in ('unchanged', 'changed', 'refused', 'missing', 'failed'))
      select source, target, count(distinct entry),
             sum(count(distinct entry)) over (partition by source)
        from latest where place <= :latest
       group by source, target
      """;

  private final Session database;
  private final ObjectMapper json;

  VisitLog(Session database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** A visit as it was taken down. */
  record Row(long id, Seen seen) {}

  /** What came of a visit. */
  record Seen(
      String page,
      String kind,
      String address,
      String result,
      String reason,
      @UtcMillis Instant at) {}

  /** How often something went wrong, and the last time. */
  record ErrorCount(String cause, long count, @UtcMillis Instant lastAt) {}

  /**
   * Where the latest visits of a source were led.
   *
   * @param target the address that most of the redirected ones ended at
   * @param pages how many
   * @param all how many there were in all
   */
  record Redirected(String target, long pages, long all) {}

  void add(List<Journal.Visit> visits) {
    var unused =
        database
            .createNativeQuery(LOCK, Integer.class)
            .setParameter("lock", JOURNAL)
            .getSingleResult();
    database.createNativeMutationQuery(ADD).setParameter("visits", json(visits)).executeUpdate();
  }

  /** PostgreSQL keeps no NUL in a text, and answers of strange servers hold some. */
  private String json(List<Journal.Visit> visits) {
    try {
      return json.writeValueAsString(visits).replace("\\u0000", "");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a visit cannot be written as JSON", e);
    }
  }

  void forgetOld() {
    database
        .createNativeMutationQuery("delete from visit where at < now() - interval '1 day'")
        .executeUpdate();
  }

  /** The id of the last visit taken down. */
  long last() {
    return database
        .createNativeQuery("select coalesce(max(id), 0) from visit", Long.class)
        .getSingleResult();
  }

  /** The visits of a source after one, in order. */
  List<Row> after(String source, long id, int size) {
    return database
        .createNativeQuery(
            "select id, entry, kind, address, result, reason, at from visit"
                + " where source = :source and id > :id order by id limit :size",
            Object[].class)
        .setParameter("source", source)
        .setParameter("id", id)
        .setParameter("size", size)
        .getResultStream()
        .map(
            row ->
                new Row(
                    ((Number) row[0]).longValue(),
                    new Seen(
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (Instant) row[6])))
        .toList();
  }

  /** How many visits of a source the last day has. */
  long count(String source) {
    return database
        .createNativeQuery("select count(*) from visit where source = :source", Long.class)
        .setParameter("source", source)
        .getSingleResult();
  }

  /** What went wrong with a source in the last day, the most frequent first. */
  List<ErrorCount> errors(String source) {
    return database
        .createNativeQuery(
            "select cause, count(*), max(at) from visit where source = :source"
                + " and cause is not null group by cause order by 2 desc, 1 limit :most",
            Object[].class)
        .setParameter("source", source)
        .setParameter("most", MOST_CAUSES)
        .getResultStream()
        .map(
            row -> new ErrorCount((String) row[0], ((Number) row[1]).longValue(), (Instant) row[2]))
        .toList();
  }

  /** Where most of the redirected among the latest visits ended, by source. */
  Map<String, Redirected> redirected() {
    return database
        .createNativeQuery(REDIRECTED, Object[].class)
        .setParameter("latest", LATEST)
        .getResultStream()
        .filter(row -> row[1] != null)
        .collect(
            Collectors.toMap(
                row -> (String) row[0],
                row ->
                    new Redirected(
                        (String) row[1],
                        ((Number) row[2]).longValue(),
                        ((Number) row[3]).longValue()),
                (a, b) -> a.pages() >= b.pages() ? a : b));
  }
}
