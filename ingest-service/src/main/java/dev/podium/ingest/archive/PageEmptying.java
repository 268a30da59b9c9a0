package dev.podium.ingest.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/** Takes out of the database what a page holds, in the caller's transaction. */
@ApplicationScoped
class PageEmptying {

  private static final String NOTE =
      """
      insert into erased_revision (page, number, fetched_at, sha256)
      select page, number, fetched_at, sha256 from revision where page = :page
      """;

  private static final String EMPTY =
      """
      update revision
         set state = 'erased', sha256 = null, text_sha256 = null, final_url = (
               select url from page where id = :page),
             http_status = null, etag = null, last_modified = null, content_type = null,
             charset = null, parsed_charset = null, headers = null, robots = null,
             published = false, outcome = 'erased', outcome_text = :text
       where page = :page
      """;

  private static final String BODIES = "select distinct sha256 from revision where page = :page";

  // A statement of its own behind the locks, so that it sees what has named a body meanwhile.
  private static final String DELETE =
      """
      delete from body where sha256 = any(:hashes)
         and not exists (select from revision where revision.sha256 = body.sha256)
      """;

  // What an instance has in hand it settles itself; what is erased then has nothing to publish.
  private static final String WAITING = "delete from outbox where page = :page and lease is null";

  private static final String SIZE =
      """
      select (select count(*) from revision where page = :page and state <> 'erased'),
             (select count(distinct sha256) from revision where page = :page),
             (select count(distinct r.sha256) from revision r
               where r.page = :page
                 and exists (select from revision o
                              where o.sha256 = r.sha256 and o.page <> r.page)),
             (select count(*) from outbox where page = :page and state = 'ready')
      """;

  private final Session database;

  PageEmptying(Session database) {
    this.database = database;
  }

  /** How much it was. */
  record Emptied(int revisions, int bodies) {}

  /**
   * How much there is.
   *
   * @param sharedBodies those that other pages have too
   * @param waiting for Kafka
   */
  record Size(long revisions, long bodies, long sharedBodies, long waiting) {}

  Size size(String page) {
    Object[] row =
        database
            .createNativeQuery(SIZE, Object[].class)
            .setParameter("page", page)
            .getSingleResult();
    return new Size(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  /**
   * Leaves of the revisions when and in which order they came.
   *
   * @param text what became of them, in words
   */
  Emptied empty(String page, String text) {
    List<String> hashes =
        database.createNativeQuery(BODIES, String.class).setParameter("page", page).getResultList();
    database.createNativeMutationQuery(NOTE).setParameter("page", page).executeUpdate();
    int revisions =
        database
            .createNativeMutationQuery(EMPTY)
            .setParameter("page", page)
            .setParameter("text", text)
            .executeUpdate();
    database.createNativeMutationQuery(WAITING).setParameter("page", page).executeUpdate();
    return new Emptied(revisions, delete(hashes.toArray(String[]::new)));
  }

  private int delete(String[] hashes) {
    database
        .createNativeQuery(
            "select sha256 from body where sha256 = any(:hashes) order by sha256 for update",
            String.class)
        .setParameter("hashes", hashes)
        .getResultList();
    return database
        .createNativeMutationQuery(DELETE)
        .setParameter("hashes", hashes)
        .executeUpdate();
  }
}
