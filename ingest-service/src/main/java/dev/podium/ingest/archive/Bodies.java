package dev.podium.ingest.archive;

import static java.util.stream.Collectors.toMap;

import com.github.luben.zstd.Zstd;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Reads bodies of revisions that will be asked for in this order, at best. */
  BodyReader reader(List<RevisionRow> revisions) {
    List<String> hashes = revisions.stream().map(row -> row.sha256).toList();
    Map<String, Integer> sizes = HashMap.newHashMap(hashes.size());
    database
        .createNativeQuery(
            "select sha256, size from body where sha256 = any(:hashes)", Object[].class)
        .setParameter("hashes", hashes.toArray(String[]::new))
        .getResultStream()
        .forEach(row -> sizes.put((String) row[0], (Integer) row[1]));
    return new BodyReader(this, hashes, sizes);
  }

  /**
   * A body that was stored.
   *
   * @throws DroppedBodyException if retention has dropped it
   */
  byte[] load(String sha256) {
    return load(List.of(sha256)).get(sha256).bytes();
  }

  /** Bodies that were stored, by their hashes. */
  @Transactional
  Map<String, Stored> load(Collection<String> hashes) {
    return database
        .createNativeQuery(
            "select sha256, size, zstd, dropped_at from body where sha256 = any(:hashes)",
            Object[].class)
        .setParameter("hashes", hashes.toArray(String[]::new))
        .getResultStream()
        .collect(
            toMap(
                row -> (String) row[0],
                row -> new Stored((Integer) row[1], (byte[]) row[2], (Instant) row[3])));
  }

  /**
   * A body as it is stored.
   *
   * @param zstd null where retention has dropped it
   */
  // Unpacked once and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Stored(int size, byte[] zstd, Instant droppedAt) {

    /**
     * The body.
     *
     * @throws DroppedBodyException if retention has dropped it
     */
    byte[] bytes() {
      if (zstd == null) {
        throw new DroppedBodyException(droppedAt);
      }
      return Zstd.decompress(zstd, size);
    }
  }
}
