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
            "select state, reason, robots, last_at, due_at, address, source from frontier"
                + " where id = :id and kind = 'page'",
            Object[].class)
        .setParameter("id", page)
        .getResultStream()
        .findFirst()
        .map(row -> new Visited(CanonicalUrl.of((String) row[5]), (String) row[6], visit(row)));
  }

  private static Visit visit(Object[] row) {
    return new Visit(
        (String) row[0], (String) row[1], (String) row[2], (Instant) row[3], (Instant) row[4]);
  }
}
