package dev.podium.ingest.archive;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

@Entity
@Table(name = "page")
class PageRow {

  @Id String id;

  String url;

  String source;

  int revisions;

  @Column(name = "latest_at")
  Instant latestAt;

  /** The erasure that took the page away, or null. */
  String erasure;

  /** The first erasure of an exchange of the page, or null. */
  String seal;

  @Column(name = "created_at", insertable = false, updatable = false)
  Instant createdAt;

  @ApplicationScoped
  static class Pages implements PanacheRepositoryBase<PageRow, String> {

    private final Session database;

    Pages(Session database) {
      this.database = database;
    }

    /** The page's row, made where it is missing, locked until the transaction ends. */
    PageRow lock(String id, String url, String source) {
      database
          .createNativeMutationQuery(
              "insert into page (id, url, source) values (:id, :url, :source) on conflict do nothing")
          .setParameter("id", id)
          .setParameter("url", url)
          .setParameter("source", source)
          .executeUpdate();
      return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<PageRow> after(String source, String id, int size) {
      return source == null
          ? find("erasure is null and id > ?1 order by id", id).page(0, size).list()
          : find("erasure is null and source = ?1 and id > ?2 order by id", source, id)
              .page(0, size)
              .list();
    }

    long countOf(String source) {
      return source == null
          ? count("erasure is null")
          : count("erasure is null and source = ?1", source);
    }
  }
}
