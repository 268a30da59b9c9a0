package dev.podium.gateway.key;

import dev.podium.gateway.access.Caller;
import dev.podium.gateway.access.CredentialCheck;
import dev.podium.gateway.access.CredentialException;
import dev.podium.gateway.database.Database;
import dev.podium.kit.problem.ProblemException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * All keys that may be used, in memory, so that a request costs the database nothing and goes on
 * while it is away; it is looked for changes all the time.
 */
@ApplicationScoped
class KeyRing implements CredentialCheck {

  private static final Logger LOG = Logger.getLogger(KeyRing.class);

  /** What the ids of callers with keys begin with. */
  private static final String OWN = "key:";

  /** However many unknown keys come, the database is not asked more often for them. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final Keys keys;
  private final Database database;
  private final KeyUse use;
  private volatile Map<String, Known> known = Map.of();
  private Instant lookedAt = Instant.now().minus(BETWEEN_LOOKS);
  private long edition = -1;

  KeyRing(Keys keys, Database database, KeyUse use) {
    this.keys = keys;
    this.database = database;
    this.use = use;
  }

  /**
   * A key that may be used.
   *
   * @param hash as a text, which is never shown
   * @param expiresAt null where it does not
   */
  private record Known(Caller caller, String hash, Instant expiresAt) {

    static Known of(KeyRow row) {
      return new Known(
          new Caller(OWN + row.id, row.name, row.scope()),
          HexFormat.of().formatHex(row.hash),
          row.expiresAt);
    }

    boolean isOf(String key) {
      return MessageDigest.isEqual(HexFormat.of().parseHex(hash), KeyText.hash(key));
    }

    boolean isOver() {
      return expiresAt != null && !expiresAt.isAfter(Instant.now());
    }
  }

  @Override
  public boolean takes(String credential) {
    return KeyText.id(credential).isPresent();
  }

  @Override
  public Optional<Caller> known(String credential) {
    if (database.isTooLongAway()) {
      return Optional.empty();
    }
    String id = KeyText.id(credential).orElseThrow();
    Known key = known.get(id);
    if (key == null || key.isOver() || !key.isOf(credential)) {
      return Optional.empty();
    }
    use.note(id);
    return Optional.of(key.caller());
  }

  /** Looks whether the key was made just now, over another instance. */
  @Override
  public Caller check(String credential) throws CredentialException {
    look(BETWEEN_LOOKS);
    Optional<Caller> caller = known(credential);
    if (caller.isPresent()) {
      return caller.get();
    }
    if (database.isTooLongAway()) {
      throw CredentialException.notNow("keys cannot be checked now: the database is away");
    }
    throw CredentialException.invalid("the key is not known here: it was revoked, or is over");
  }

  /** While the database is away, by what was known last. */
  @Override
  public boolean isOver(Caller caller) {
    String id = caller.id().startsWith(OWN) ? caller.id().substring(OWN.length()) : "";
    Known key = known.get(id);
    // The configured key is called so too, and is in no database.
    return KeyText.isId(id) && (key == null || key.isOver());
  }

  void begin(@Observes Database.Ready ready) {
    look(Duration.ZERO);
  }

  @Scheduled(
      every = "{gateway.keys.poll}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void poll() {
    if (database.isReady()) {
      look(Duration.ZERO);
    }
  }

  /**
   * Looks for changes; all who ask at the same time share one look.
   *
   * @param pause since the look before; it is waited for
   */
  void look(Duration pause) {
    Instant asked = Instant.now();
    synchronized (this) {
      if (lookedAt.isAfter(asked)) {
        return;
      }
      LockSupport.parkNanos(Duration.between(Instant.now(), lookedAt.plus(pause)).toNanos());
      lookedAt = Instant.now();
      try {
        keys.newerThan(edition).ifPresent(this::take);
      } catch (ProblemException e) {
        LOG.debugf("keys stay as they were: %s", e.getMessage());
      }
    }
  }

  private void take(Keys.Edition newer) {
    known =
        newer.rows().stream()
            .filter(row -> row.scope() != null)
            .collect(Collectors.toUnmodifiableMap(row -> row.id, Known::of));
    edition = newer.number();
  }
}
