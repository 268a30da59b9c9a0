package dev.podium.ingest.archive;

import dev.podium.kit.drain.Drain;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Drops, once a day and where it is wanted, the bodies of revisions that were superseded long ago.
 */
@ApplicationScoped
class Retention {

  private static final Logger LOG = Logger.getLogger(Retention.class);
  private static final String LEASE = "retention";
  private static final Duration AT_WORK = Duration.ofMinutes(10);
  private static final Duration REST = Duration.ofDays(1);
  private static final int BATCH = 100;

  // No revision that has it was seen lately, is of a page that is sealed and so kept as it is, is
  // its page's current one or the last that was
  // published, or is on its way to Kafka.
  private static final String SUPERSEDED =
      """
       body.zstd is not null
       and not exists
           (select 1 from revision r
             where r.sha256 = body.sha256
               and (r.seen_at >= :before
                    or exists (select 1 from page p where p.id = r.page and p.seal is not null)
                    or not exists (select 1 from revision l
                                    where l.page = r.page and l.fetched_at > r.fetched_at)
                    or r.published
                       and not exists (select 1 from revision l
                                        where l.page = r.page and l.published
                                          and l.fetched_at > r.fetched_at)
                    or exists (select 1 from outbox o
                                where o.page = r.page and o.revision = r.number)))
      """;

  private final Optional<Period> retention;
  private final Leases leases;
  private final Session database;
  private final Drain drain;
  private final Clock clock;

  Retention(ArchiveSettings config, Leases leases, Session database, Drain drain, Clock clock) {
    this.retention = config.retention();
    this.leases = leases;
    this.database = database;
    this.drain = drain;
    this.clock = clock;
  }

  /** A wrong setting ends the start. */
  void check(@Observes StartupEvent event) {
    if (retention.isPresent() && (retention.get().isNegative() || retention.get().isZero())) {
      throw new IllegalArgumentException(
          "ingest.archive.retention: " + retention.get() + " is no time to keep anything");
    }
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void daily() {
    try {
      if (retention.isPresent() && leases.take(LEASE, AT_WORK)) {
        Instant before = clock.instant().atZone(ZoneOffset.UTC).minus(retention.get()).toInstant();
        LOG.infof("%d bodies not seen since %s were dropped", drop(before), before);
        leases.rest(LEASE, REST);
      }
    } catch (PersistenceException | QuarkusTransactionException e) {
      LOG.warnf("old bodies are dropped later, the database does not answer: %s", e.getMessage());
    }
  }

  /** Drops what was superseded and last seen before a time; says how many bodies that were. */
  int drop(Instant before) {
    int dropped = 0;
    String after = "";
    while (after != null && !drain.started() && leases.take(LEASE, AT_WORK)) {
      String from = after;
      List<String> locked = QuarkusTransaction.requiringNew().call(() -> drop(before, from));
      dropped += locked.size();
      after = locked.isEmpty() ? null : locked.getLast();
    }
    return dropped;
  }

  // Locked first and looked at again, since a capture may just have named one anew.
  private List<String> drop(Instant before, String after) {
    List<String> locked =
        database
            .createNativeQuery(
                "select sha256 from body where sha256 > :after and"
                    + SUPERSEDED
                    + " order by sha256 limit :size for update of body skip locked",
                String.class)
            .setParameter("after", after)
            .setParameter("before", before)
            .setParameter("size", BATCH)
            .getResultList();
    database
        .createNativeMutationQuery(
            "update body set zstd = null, dropped_at = now() where sha256 = any(:locked) and"
                + SUPERSEDED)
        .setParameter("locked", locked.toArray(String[]::new))
        .setParameter("before", before)
        .executeUpdate();
    return locked;
  }
}
