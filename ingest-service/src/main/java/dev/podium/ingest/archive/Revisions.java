package dev.podium.ingest.archive;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

@ApplicationScoped
class Revisions implements PanacheRepositoryBase<RevisionRow, RevisionRow.Key> {

  private static final String TOGETHER =
      """
      select r.* from revision r
        join unnest(cast(:pages as text[]), cast(:numbers as integer[])) w (page, number)
          on r.page = w.page and r.number = w.number
      """;

  private final Session database;

  Revisions(Session database) {
    this.database = database;
  }

  RevisionRow at(String page, Instant time) {
    return find("page = ?1 and fetchedAt = ?2", page, time).firstResult();
  }

  RevisionRow before(String page, Instant time) {
    return find("page = ?1 and fetchedAt < ?2 order by fetchedAt desc", page, time).firstResult();
  }

  RevisionRow after(String page, Instant time) {
    return find("page = ?1 and fetchedAt > ?2 order by fetchedAt", page, time).firstResult();
  }

  /** The latest capture, or null. */
  RevisionRow current(String page) {
    return find("page = ?1 order by fetchedAt desc", page).firstResult();
  }

  /** Those of some revisions that are there, in no order. */
  List<RevisionRow> together(List<Publications.Published> wanted) {
    return database
        .createNativeQuery(TOGETHER, RevisionRow.class)
        .setParameter(
            "pages", wanted.stream().map(Publications.Published::page).toArray(String[]::new))
        .setParameter(
            "numbers", wanted.stream().map(Publications.Published::number).toArray(Integer[]::new))
        .getResultList();
  }

  /** The latest captures first. */
  List<RevisionRow> latest(String page, int size) {
    return find("page = ?1 order by fetchedAt desc", page).page(0, size).list();
  }
}
