package dev.podium.gateway.cursor;

import dev.podium.gateway.database.Database;
import dev.podium.kit.problem.ProblemException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Secrets in the database, so that every instance verifies what any has signed, also after a
 * restart. When the newest is old, another one follows it; the old one verifies for a while.
 *
 * <p>While the database has not been reached, cursors are signed with a secret of this process.
 */
@ApplicationScoped
class CursorSecrets implements CursorKeys {

  private static final Logger LOG = Logger.getLogger(CursorSecrets.class);
  private static final int BYTES = 32;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final CursorSettings settings;
  private final CursorSecretRow.Secrets table;
  private final Database database;
  private final byte[] own = random();
  private volatile List<byte[]> known;
  private volatile Instant lookedAt = Instant.EPOCH;

  CursorSecrets(CursorSettings settings, CursorSecretRow.Secrets table, Database database) {
    this.settings = settings;
    this.table = table;
    this.database = database;
    known =
        settings
            .secret()
            .map(secret -> List.of(secret.getBytes(StandardCharsets.UTF_8)))
            .orElseGet(() -> List.of(own));
  }

  @Override
  public List<byte[]> all() {
    return known;
  }

  @Override
  public boolean renew() {
    if (settings.secret().isPresent()) {
      return false;
    }
    boolean again = lookedAt.plus(BETWEEN_LOOKS).isBefore(Instant.now());
    if (again) {
      look();
    }
    if (known.size() == 1) {
      throw ProblemException.unavailable(
          "cursors-unavailable", "cursors cannot be verified now: the gateway's database is away");
    }
    return again;
  }

  void begin(@Observes Database.Ready ready) {
    look();
  }

  @Scheduled(every = "1m", delayed = "1m")
  void again() {
    look();
  }

  private void look() {
    lookedAt = Instant.now();
    if (settings.secret().isPresent()) {
      return;
    }
    try {
      List<byte[]> secrets = new ArrayList<>(database.call(this::current));
      secrets.add(own);
      known = List.copyOf(secrets);
    } catch (ProblemException e) {
      LOG.debugf("cursor secrets stay as they were: %s", e.getMessage());
    }
  }

  /** The newest first; two instances may each make one, which does no harm. */
  private List<byte[]> current() {
    Instant now = Instant.now();
    Instant old = now.minus(settings.rotateAfter());
    List<CursorSecretRow> rows = table.newestFirst();
    if (rows.isEmpty() || rows.getFirst().createdAt.isBefore(old)) {
      table.persist(CursorSecretRow.of(random(), now));
      table.delete("createdAt < ?1", old.minus(settings.keep()));
      table.flush();
      rows = table.newestFirst();
    }
    return rows.stream().map(row -> row.secret).toList();
  }

  private static byte[] random() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }
}
