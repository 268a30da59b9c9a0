package dev.podium.ingest.frontier;

import dev.podium.ingest.fetch.Robots;
import dev.podium.ingest.fetch.RobotsFile;
import dev.podium.kit.drain.Drain;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The turn of a host that is named, for who asks it something beside the frontier. */
@ApplicationScoped
class HostTurns {

  private static final Duration LONGEST_NAP = Duration.ofMillis(250);
  private static final Duration SHORTEST_NAP = Duration.ofMillis(10);

  private static final String TAKE =
      """
      update host set lease = :lease, next_at = now() + (:millis + crawl_delay) * interval '1 millisecond'
       where name = :name and next_at <= now()
      returning robots_status, robots_text, robots_until, robots_until > now()
      """;

  private final Session database;
  private final FrontierTable frontier;
  private final Turns turns;
  private final FrontierSettings config;
  private final Drain drain;
  private final Clock clock;

  HostTurns(
      Session database,
      FrontierTable frontier,
      Turns turns,
      FrontierSettings config,
      Drain drain,
      Clock clock) {
    this.database = database;
    this.frontier = frontier;
    this.turns = turns;
    this.config = config;
    this.drain = drain;
    this.clock = clock;
  }

  /**
   * A turn that was taken; it must be ended.
   *
   * @param robots the host's robots.txt, or null where it must be asked for
   * @param lease under which it is held
   */
  record Turn(String host, RobotsFile robots, String lease) {}

  /**
   * Waits for a host's turn, up to a time; empty where it does not come. A host that is left alone
   * for longer than any turn lasts is not waited for.
   *
   * @param delay that its sources keep between two requests
   */
  Optional<Turn> await(String host, Duration delay, Instant end) {
    while (clock.instant().isBefore(end)) {
      Optional<Turn> turn = QuarkusTransaction.requiringNew().call(() -> take(host));
      if (turn.isPresent()) {
        return turn;
      }
      Duration left = Duration.between(clock.instant(), next(host));
      if (left.compareTo(longest(host, delay)) > 0 || drain.await(nap(left))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** How long a turn lasts that nobody ends. */
  private Duration longest(String host, Duration delay) {
    long crawlDelay =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    database
                        .createNativeQuery(
                            "select coalesce(max(crawl_delay), 0) from host where name = :name",
                            Long.class)
                        .setParameter("name", host)
                        .getSingleResult());
    return config.lease().plusMillis(Math.max(crawlDelay, delay.toMillis()));
  }

  /** When a host's turn comes at the latest. */
  Instant next(String host) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery(
                        "select coalesce(min(next_at), now()) from host where name = :name",
                        Instant.class)
                    .setParameter("name", host)
                    .getSingleResult());
  }

  /** Ends a turn, unless it has ended by itself; the host is left alone for a while. */
  void end(Turn turn, Duration pause) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeMutationQuery(
                        "update host set next_at = now()"
                            + " + greatest(:pause, crawl_delay) * interval '1 millisecond'"
                            + " where name = :name and lease = :lease")
                    .setParameter("lease", turn.lease())
                    .setParameter("pause", pause.toMillis())
                    .setParameter("name", turn.host())
                    .executeUpdate());
  }

  /** Keeps a robots.txt that was read in a turn, for all who come after. */
  void keep(Turn turn, RobotsFile file, String robotsAddress) {
    QuarkusTransaction.requiringNew()
        .run(() -> turns.robots(turn.host(), file, Robots.crawlDelay(file, robotsAddress)));
  }

  private Optional<Turn> take(String host) {
    frontier.host(host);
    String lease = UUID.randomUUID().toString();
    return database
        .createNativeQuery(TAKE, Object[].class)
        .setParameter("lease", lease)
        .setParameter("millis", config.lease().toMillis())
        .setParameter("name", host)
        .getResultList()
        .stream()
        .findFirst()
        .map(row -> new Turn(host, robots(row), lease));
  }

  private static RobotsFile robots(Object[] row) {
    return Boolean.TRUE.equals(row[3])
        ? new RobotsFile(((Number) row[0]).intValue(), (String) row[1], (Instant) row[2])
        : null;
  }

  /** A turn may end before its time, so that it is asked again and again. */
  private static Duration nap(Duration left) {
    if (left.compareTo(SHORTEST_NAP) < 0) {
      return SHORTEST_NAP;
    }
    return left.compareTo(LONGEST_NAP) > 0 ? LONGEST_NAP : left;
  }
}
