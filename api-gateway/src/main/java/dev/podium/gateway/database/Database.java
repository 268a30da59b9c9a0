package dev.podium.gateway.database;

import dev.podium.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * The gateway's own database. It gets the tables of this release at start; where it is away then,
 * the gateway starts without it, since most of what is read needs none, and they are made once it
 * is there.
 *
 * <p>Whoever needs the tables observes {@link Ready}, or asks {@link #isReady}.
 */
@ApplicationScoped
public class Database {

  private static final Logger LOG = Logger.getLogger(Database.class);
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final int SECONDS_TO_ANSWER = 2;

  /**
   * What the database says where it is away (08), short of something (53), shut down or slow (57),
   * read-only after a failover (25006), where a transaction idled (25P03), waited for a lock
   * (55P03), or met with another one (40).
   */
  private static final Pattern PASSING = Pattern.compile("(08|40|53|57).{3}|25006|25P03|55P03");

  private final Flyway flyway;
  private final DataSource connections;
  private final Runnable ready;
  private final Duration grace;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Instant reached;
  private volatile String failure = "it has not been asked yet";

  @Inject
  Database(Flyway flyway, DataSource connections, Event<Ready> ready, DatabaseSettings settings) {
    this(flyway, connections, () -> ready.fire(new Ready()), settings.grace());
  }

  Database(Flyway flyway, DataSource connections, Runnable ready, Duration grace) {
    this.flyway = flyway;
    this.connections = connections;
    this.ready = ready;
    this.grace = grace;
  }

  /**
   * Told when the tables are there, by a thread that may wait; once, unless the database goes again
   * meanwhile.
   */
  public record Ready() {}

  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
    if (!migrate()) {
      LOG.warnf("the database is away, and waited for: %s", failure);
      Thread.ofVirtual().name("database").start(this::migrateLater);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.countDown();
  }

  private void migrateLater() {
    try {
      while (!stopped.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        if (migrate()) {
          LOG.info("the database is there");
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean migrate() {
    try {
      flyway.migrate();
      reached = Instant.now();
      ready.run();
      return true;
    } catch (FlywayException | ProblemException e) {
      // It may go again while those who wait for it are told; then all are told again.
      reached = null;
      failure = e.getMessage().strip().lines().findFirst().orElse("");
      return false;
    }
  }

  /** Whether the tables are there; the server itself may be away again. */
  public boolean isReady() {
    return reached != null;
  }

  /** Whether what was read from the database is too old to go by. */
  public boolean isTooLongAway() {
    return reached == null || reached.plus(grace).isBefore(Instant.now());
  }

  /** To be told by whoever has read from it. */
  public void reached() {
    reached = Instant.now();
  }

  /**
   * Does something in a transaction of its own.
   *
   * @throws ProblemException with 503 while the database cannot be reached, or cannot do it: the
   *     same may be done a moment later
   */
  public <T> T call(Supplier<T> work) {
    if (!isReady()) {
      throw away();
    }
    try {
      T result = QuarkusTransaction.requiringNew().call(work::get);
      reached();
      return result;
    } catch (PersistenceException | QuarkusTransactionException e) {
      if (passes(e)) {
        LOG.warnf("the database does not do it now: %s", e.getMessage());
        throw away();
      }
      throw e;
    }
  }

  /** The same for what gives nothing back. */
  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  private static ProblemException away() {
    return ProblemException.unavailable(
        "database-unavailable", "the gateway's database cannot be reached now");
  }

  /**
   * Whether it may be done a moment later. A transaction that ends without a word of the database
   * took too long.
   */
  private static boolean passes(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql.getSQLState() == null || PASSING.matcher(sql.getSQLState()).matches();
      }
      if (cause instanceof RollbackException) {
        return cause.getCause() == null || passes(cause.getCause());
      }
    }
    return false;
  }

  /** Asks it, and waits a few seconds for the answer: what is the matter, or empty if nothing. */
  Optional<String> problem() {
    if (!isReady()) {
      return Optional.of(failure);
    }
    try (Connection connection = connections.getConnection()) {
      if (connection.isValid(SECONDS_TO_ANSWER)) {
        reached();
        return Optional.empty();
      }
      return Optional.of("it does not answer");
    } catch (SQLException e) {
      return Optional.of(e.getMessage());
    }
  }
}
