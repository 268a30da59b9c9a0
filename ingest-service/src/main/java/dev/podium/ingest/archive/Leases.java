package dev.podium.ingest.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.UUID;
import org.hibernate.Session;

/** Work that one instance does for all of them. */
@ApplicationScoped
@Transactional
public class Leases {

  private static final String NOBODY = "";
  private static final String TAKE =
      """
      insert into lease (name, holder, until)
      values (:name, :holder, now() + :millis * interval '1 millisecond')
      on conflict (name) do update set holder = excluded.holder, until = excluded.until
       where lease.until <= now() or lease.holder = excluded.holder
      """;

  private final String holder = UUID.randomUUID().toString();
  private final Session database;

  Leases(Session database) {
    this.database = database;
  }

  /** Whether this instance may do the work, for that long; asked again, it goes on from now. */
  public boolean take(String name, Duration time) {
    return hold(name, holder, time) == 1;
  }

  /** Nobody does the work for that long, which its holder says when it is done. */
  public void rest(String name, Duration time) {
    if (hold(name, holder, Duration.ZERO) == 1) {
      hold(name, NOBODY, time);
    }
  }

  private int hold(String name, String who, Duration time) {
    return database
        .createNativeMutationQuery(TAKE)
        .setParameter("name", name)
        .setParameter("holder", who)
        .setParameter("millis", time.toMillis())
        .executeUpdate();
  }
}
