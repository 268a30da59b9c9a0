package dev.podium.bench.frontier;

import dev.podium.local.server.LocalServers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** A database of ingest-service whose frontier is full. */
final class FilledFrontier implements AutoCloseable {

  private static final Duration DELAY = Duration.ofSeconds(5);

  private static final String HOSTS =
      "insert into host (name) select 'h' || n || '.example' from generate_series(0, :hosts - 1) n";

  // Each host has a source that is fetched and one that is paused, in equal parts. Of each, one
  // entry in ten is due, one in a hundred was never fetched, and one in a thousand is a listing.
  private static final String ENTRIES =
      """
      insert into frontier (id, kind, source, address, host, priority, due_at, state, reason,
                            interval_ms, sha256, last_at, listing, number, found_at, fresh, looks,
                            looked_at, changed_at)
      select md5(n::text), case when place % 1000 = 0 then 'listing' else 'page' end,
             case when n / :hosts % 2 = 0 then 'fetched-' else 'paused-' end || n % :hosts,
             'https://h' || n % :hosts || '.example/news/p-' || n || '.html',
             'h' || n % :hosts || '.example',
             case when place % 1000 = 0 then 0 when place % 100 = 1 then 1 else 2 end,
             now() + case when place % 10 = 0 then - random() * interval '1 hour'
                          else random() * interval '30 days' end,
             'watched', 'as revision 1', 3600000, md5(n::text) || md5(n::text),
             now() - interval '1 day', case when place % 1000 = 0 then md5(n::text) end,
             case when place % 1000 = 0 then 0 end, now() - random() * interval '900 days',
             place % 20 = 2, case when place % 100 = 1 then 0 else 3 end,
             now() - interval '1 day', now() - interval '1 day'
        from generate_series(0, :size - 1) n
             cross join lateral (select n / :hosts / 2 as place) p
      """;

  private final SessionFactory factory;
  private final Session session;
  private final int hosts;

  private FilledFrontier(SessionFactory factory, int hosts) {
    this.factory = factory;
    this.session = factory.openSession();
    this.hosts = hosts;
  }

  /** Fills a new database. */
  static FilledFrontier of(int size, int hosts) {
    LocalServers.Postgres postgres = LocalServers.postgres();
    String url = postgres.jdbcUrl("frontier" + size);
    Flyway.configure().dataSource(url, postgres.username(), postgres.password()).load().migrate();
    SessionFactory factory =
        new Configuration()
            .setProperty("hibernate.connection.url", url)
            .setProperty("hibernate.connection.username", postgres.username())
            .setProperty("hibernate.connection.password", postgres.password())
            .buildSessionFactory();
    FilledFrontier frontier = new FilledFrontier(factory, hosts);
    frontier.fill(size);
    return frontier;
  }

  private void fill(int size) {
    in(
        database -> {
          database.createNativeMutationQuery(HOSTS).setParameter("hosts", hosts).executeUpdate();
          return database
              .createNativeMutationQuery(ENTRIES)
              .setParameter("hosts", hosts)
              .setParameter("size", size)
              .executeUpdate();
        });
    session.doWork(
        connection -> {
          connection.setAutoCommit(true);
          try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
          }
          connection.setAutoCommit(false);
        });
  }

  /** For those who need it before a transaction. */
  Session session() {
    return session;
  }

  /** The sources that are fetched, with the delay between two requests to their hosts. */
  Map<String, Duration> fetched() {
    return IntStream.range(0, hosts)
        .mapToObj(host -> "fetched-" + host)
        .collect(Collectors.toMap(Function.identity(), source -> DELAY));
  }

  /** Does something in a transaction. */
  <T> T in(Function<Session, T> work) {
    session.beginTransaction();
    T result = work.apply(session);
    session.getTransaction().commit();
    return result;
  }

  /**
   * Ends all turns: what was claimed is due again behind all others, and its host is ready.
   *
   * @param lease under which it was claimed
   */
  void release(Duration lease) {
    in(
        database -> {
          database
              .createNativeMutationQuery(
                  "update frontier set lease = null, due_at = now(), looked_at = now()"
                      + " where host in (select name from host where next_at > now())"
                      + " and priority in (0, 1, 2) and lease is not null"
                      + " and due_at between now() and now() + :millis * interval '1 millisecond'")
              .setParameter("millis", lease.toMillis())
              .executeUpdate();
          return database
              .createNativeMutationQuery("update host set next_at = now() where next_at > now()")
              .executeUpdate();
        });
  }

  @Override
  public void close() {
    session.close();
    factory.close();
  }
}
