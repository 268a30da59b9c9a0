package dev.podium.ingest.archive;

import com.github.luben.zstd.Zstd;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.hibernate.Session;

/** Bodies, each stored once, by its hash. */
@ApplicationScoped
class Bodies {

  private static final int LEVEL = 3;
  private static final int PROBE_BYTES = 64 * 1024;

  private final Session database;

  Bodies(Session database) {
    this.database = database;
  }

  // One that is there is locked all the same, so that retention does not drop what a revision is
  // about to name.
  void store(String sha256, byte[] body) {
    database
        .createNativeMutationQuery(
            "insert into body (sha256, size, zstd) values (:sha256, :size, :zstd)"
                + " on conflict (sha256) do update set zstd = excluded.zstd, dropped_at = null"
                + " where body.zstd is null")
        .setParameter("sha256", sha256)
        .setParameter("size", body.length)
        .setParameter("zstd", Zstd.compress(body, LEVEL))
        .executeUpdate();
  }

  /** Writes as if a body were stored, in a transaction that is to be rolled back. */
  void probe() {
    byte[] body = new byte[PROBE_BYTES];
    ThreadLocalRandom.current().nextBytes(body);
    store(UUID.randomUUID().toString(), body);
  }

  /**
   * A body that was stored.
   *
   * @throws DroppedBodyException if retention has dropped it
   */
  byte[] load(String sha256) {
    Object[] row =
        database
            .createNativeQuery(
                "select size, zstd, dropped_at from body where sha256 = :sha256", Object[].class)
            .setParameter("sha256", sha256)
            .getSingleResult();
    if (row[1] == null) {
      throw new DroppedBodyException((Instant) row[2]);
    }
    return Zstd.decompress((byte[]) row[1], (Integer) row[0]);
  }
}
