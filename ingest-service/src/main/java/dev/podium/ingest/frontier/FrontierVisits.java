package dev.podium.ingest.frontier;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.ingest.archive.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** Tells the archive's readers when and why a page is fetched. */
@ApplicationScoped
class FrontierVisits implements Visits {

  private final Session database;

  FrontierVisits(Session database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<Visited> of(String page) {
    return database
        .createNativeQuery(
            "select f.state, f.reason, f.robots, f.last_at, f.due_at, f.address, f.source, h.name,"
                + " h.failing_since, h.failure, h.next_at from frontier f"
                + " join host h on h.name = f.host where f.id = :id and f.kind = 'page'",
            Object[].class)
        .setParameter("id", page)
        .getResultStream()
        .findFirst()
        .map(row -> new Visited(CanonicalUrl.of((String) row[5]), (String) row[6], visit(row)));
  }

  @Override
  public void end(String page) {
    database
        .createNativeMutationQuery("delete from frontier where id = :id and kind = 'page'")
        .setParameter("id", page)
        .executeUpdate();
  }

  private static Visit visit(Object[] row) {
    return new Visit(
        (String) row[0], reason(row), (String) row[2], (Instant) row[3], (Instant) row[4]);
  }

  /** What is due and not fetched has its reason in its host. */
  private static String reason(Object[] row) {
    boolean left = row[8] != null && ((Instant) row[10]).isAfter((Instant) row[4]);
    return left
        ? "%s; %s is left alone until %s, failing since %s: %s"
            .formatted(row[1], row[7], row[10], row[8], row[9])
        : (String) row[1];
  }
}
