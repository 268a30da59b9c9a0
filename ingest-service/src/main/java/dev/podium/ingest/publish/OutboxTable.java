package dev.podium.ingest.publish;

import dev.podium.ingest.archive.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/** The outbox in the database. Rows are taken by their state, each page's oldest first. */
@ApplicationScoped
class OutboxTable implements Outbox {

  // Only the oldest ready row of a page may be taken, and only by one instance.
  private static final String CLAIM =
      """
      update outbox set lease = :lease, due_at = now() + :millis * interval '1 millisecond',
                        attempts = attempts + 1
       where id in (select o.id from outbox o
                     where o.state = 'ready' and o.due_at <= now()
                       and not exists (select 1 from outbox e
                                        where e.page = o.page and e.state = 'ready' and e.id < o.id)
                     order by o.id limit :size for update skip locked)
         and state = 'ready' and due_at <= now()
      returning id, page, revision, traceparent
      """;

  // Whoever takes several rows takes them in the order of their ids: two that take some of the same
  // in different orders would wait for each other, and the one that is broken off publishes again.
  private static final String ALL_HELD =
      " where id in (select id from outbox where lease = :lease and state = 'ready'"
          + " order by id for update)";

  private static final String HELD = " where id = :id and lease = :lease and state = 'ready'";

  private final String lease = UUID.randomUUID().toString();
  private final Semaphore added = new Semaphore(0);
  private final Session database;

  OutboxTable(Session database) {
    this.database = database;
  }

  /** The name under which this instance holds what it takes. */
  String lease() {
    return lease;
  }

  @Override
  public void add(String page, int revision) {
    add(page, revision, false);
  }

  /** Adds a revision that was published before, in the caller's transaction. */
  void addAgain(String page, int revision) {
    add(page, revision, true);
  }

  private void add(String page, int revision, boolean replay) {
    database
        .createNativeMutationQuery(
            "insert into outbox (page, revision, traceparent, replay)"
                + " values (:page, :revision, :trace, :replay)")
        .setParameter("page", page)
        .setParameter("revision", revision)
        .setParameter("trace", TraceParent.current(), String.class)
        .setParameter("replay", replay)
        .executeUpdate();
  }

  @Override
  public void wake() {
    added.release();
  }

  /** Waits until something was added here, or the time is up. */
  void await(Duration time) {
    try {
      if (added.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
        added.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Transactional
  List<Row> claim(int size, Duration time) {
    List<Object[]> rows =
        database
            .createNativeQuery(CLAIM, Object[].class)
            .setParameter("lease", lease)
            .setParameter("millis", time.toMillis())
            .setParameter("size", size)
            .getResultList();
    return rows.stream().map(Row::of).sorted().toList();
  }

  /** Keeps what this instance holds. */
  @Transactional
  void renew(Duration time) {
    database
        .createNativeMutationQuery(
            "update outbox set due_at = now() + :millis * interval '1 millisecond'" + ALL_HELD)
        .setParameter("lease", lease)
        .setParameter("millis", time.toMillis())
        .executeUpdate();
  }

  /** Gives back whatever this instance holds, for when it lost count of what became of it. */
  @Transactional
  void releaseAll() {
    database
        .createNativeMutationQuery("update outbox set lease = null, due_at = now()" + ALL_HELD)
        .setParameter("lease", lease)
        .executeUpdate();
  }

  @Transactional
  void published(List<Row> rows) {
    database
        .createNativeMutationQuery(
            "delete from outbox where id in (select id from outbox where id in (:ids) and"
                + " lease = :lease and state = 'ready' order by id for update)")
        .setParameter("ids", rows.stream().map(Row::id).toList())
        .setParameter("lease", lease)
        .executeUpdate();
  }

  /** Gives a row back, to be tried again after a while. */
  @Transactional
  void release(Row row, Duration time) {
    held(
            "update outbox set lease = null, due_at = now() + :millis * interval '1 millisecond'"
                + HELD,
            row)
        .setParameter("millis", time.toMillis())
        .executeUpdate();
  }

  @Transactional
  void park(Row row, String reason) {
    held("update outbox set lease = null, state = 'parked', reason = :reason" + HELD, row)
        .setParameter("reason", reason)
        .executeUpdate();
  }

  private MutationQuery held(String sql, Row row) {
    return database
        .createNativeMutationQuery(sql)
        .setParameter("id", row.id())
        .setParameter("lease", lease);
  }

  /** How many rows wait, and for how many seconds the oldest does. */
  @Transactional
  Backlog backlog() {
    Object[] row =
        database
            .createNativeQuery(
                "select count(*) filter (where state = 'ready'),"
                    + " count(*) filter (where state = 'parked'),"
                    + " coalesce(extract(epoch from now() - min(created_at)"
                    + " filter (where state = 'ready')), 0) from outbox",
                Object[].class)
            .getSingleResult();
    return new Backlog(number(row[0]), number(row[1]), number(row[2]));
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  record Backlog(double ready, double parked, double oldestSeconds) {}

  /** A row that this instance holds. */
  record Row(long id, String page, int revision, String traceparent) implements Comparable<Row> {

    static Row of(Object[] columns) {
      return new Row(
          ((Number) columns[0]).longValue(),
          (String) columns[1],
          ((Number) columns[2]).intValue(),
          (String) columns[3]);
    }

    @Override
    public int compareTo(Row other) {
      return Long.compare(id, other.id);
    }
  }
}
