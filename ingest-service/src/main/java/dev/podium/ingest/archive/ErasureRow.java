package dev.podium.ingest.archive;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@Entity
@Table(name = "erasure")
class ErasureRow {

  @Id String id;

  String page;

  String exchange;

  String[] exchanges;

  String reason;

  @Column(name = "reason_text")
  String reasonText;

  String reference;

  @Column(name = "demanded_by")
  String demandedBy;

  @Column(name = "demanded_at")
  Instant demandedAt;

  Integer revision;

  int revisions;

  int bodies;

  Integer records;

  @Column(name = "rewritten_at")
  Instant rewrittenAt;

  @Column(name = "done_at")
  Instant doneAt;

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ErasureRow, String> {

    List<ErasureRow> ofPages(Collection<String> pages) {
      return pages.isEmpty() ? List.of() : list("page in ?1 order by demandedAt, id", pages);
    }

    /** Those under way, the oldest first. */
    List<ErasureRow> open(int size) {
      return find("doneAt is null order by demandedAt, id").page(0, size).list();
    }

    /** The latest first, from behind the one that is named. */
    List<ErasureRow> latest(Optional<ErasureRow> after, int size) {
      return after
          .map(
              one ->
                  find(
                      "demandedAt < ?1 or demandedAt = ?1 and id < ?2"
                          + " order by demandedAt desc, id desc",
                      one.demandedAt,
                      one.id))
          .orElseGet(() -> find("order by demandedAt desc, id desc"))
          .page(0, size)
          .list();
    }
  }
}
