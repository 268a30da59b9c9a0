package dev.podium.ingest.archive;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class Revisions implements PanacheRepositoryBase<RevisionRow, RevisionRow.Key> {

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

  /** A revision that is there, with its page. */
  RevisionRows.OfPage withPage(String page, int number) {
    return getEntityManager()
        .createQuery(
            "select p, r from PageRow p, RevisionRow r"
                + " where p.id = :page and r.page = :page and r.number = :number",
            RevisionRows.OfPage.class)
        .setParameter("page", page)
        .setParameter("number", number)
        .getSingleResult();
  }

  /** The latest captures first. */
  List<RevisionRow> latest(String page, int size) {
    return find("page = ?1 order by fetchedAt desc", page).page(0, size).list();
  }
}
