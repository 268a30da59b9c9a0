package dev.podium.ingest.archive;

import com.github.luben.zstd.Zstd;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/** Bodies, each stored once, by its hash. */
@ApplicationScoped
class Bodies {

  private static final int LEVEL = 6;

  private final Session database;

  Bodies(Session database) {
    this.database = database;
  }

  void store(String sha256, byte[] body) {
    if (exists(sha256)) {
      return;
    }
    database
        .createNativeMutationQuery(
            "insert into body (sha256, size, zstd) values (:sha256, :size, :zstd)"
                + " on conflict do nothing")
        .setParameter("sha256", sha256)
        .setParameter("size", body.length)
        .setParameter("zstd", Zstd.compress(body, LEVEL))
        .executeUpdate();
  }

  byte[] load(String sha256) {
    Object[] row =
        database
            .createNativeQuery("select size, zstd from body where sha256 = :sha256", Object[].class)
            .setParameter("sha256", sha256)
            .getSingleResult();
    return Zstd.decompress((byte[]) row[1], (Integer) row[0]);
  }

  private boolean exists(String sha256) {
    List<Integer> rows =
        database
            .createNativeQuery("select 1 from body where sha256 = :sha256", Integer.class)
            .setParameter("sha256", sha256)
            .getResultList();
    return !rows.isEmpty();
  }
}
