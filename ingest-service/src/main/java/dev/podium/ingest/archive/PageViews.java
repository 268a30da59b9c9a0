package dev.podium.ingest.archive;

import dev.podium.ingest.archive.PageView.PageList;
import dev.podium.ingest.archive.PageView.Receipt;
import dev.podium.ingest.archive.PageView.RevisionView;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads the archive for those who ask. */
@ApplicationScoped
@Transactional
class PageViews {

  private final PageRow.Pages pages;
  private final Revisions revisions;
  private final Bodies bodies;
  private final Visits visits;
  private final ErasureRow.Rows erasures;

  PageViews(
      PageRow.Pages pages,
      Revisions revisions,
      Bodies bodies,
      Visits visits,
      ErasureRow.Rows erasures) {
    this.erasures = erasures;
    this.pages = pages;
    this.revisions = revisions;
    this.bodies = bodies;
    this.visits = visits;
  }

  PageView page(String id) {
    PageRow row = unerased(id);
    Optional<Visits.Visited> visited = visits.of(id);
    if (row != null) {
      return PageView.of(row, visit(visited), revisions.latest(id, PageView.MAX_REVISIONS));
    }
    return visited
        .map(known -> PageView.unseen(id, known))
        .orElseThrow(() -> ProblemException.notFound("unknown-page", "there is no page " + id));
  }

  PageList list(String source, int size, String cursor) {
    List<PageRow> rows = pages.after(source, cursor, size + 1);
    boolean more = rows.size() > size;
    List<PageRow> shown = more ? rows.subList(0, size) : rows;
    return new PageList(
        shown.stream().map(row -> PageView.of(row, visit(visits.of(row.id)), null)).toList(),
        pages.countOf(source),
        true,
        more ? next(source, size, shown.getLast().id) : null);
  }

  RevisionView revision(String page, int number) {
    return RevisionView.of(row(page, number));
  }

  /** A revision whose body may be served. */
  RevisionRow unsealed(String page, int number) {
    RevisionRow row = row(page, number);
    String seal = pages.findById(page).seal;
    if (seal != null) {
      throw erased("the bodies of page " + page + " are sealed, since an exchange of it", seal);
    }
    return row;
  }

  /** The page's row, or null. */
  private PageRow unerased(String page) {
    PageRow row = pages.findById(page);
    if (row != null && row.erasure != null) {
      throw erased("page " + page, row.erasure);
    }
    return row;
  }

  private ProblemException erased(String what, String erasure) {
    return Erasure.problem(what, erasures.findById(erasure));
  }

  /** The answer to whoever sends a page that was erased. */
  ProblemException erased(ErasedPageException e) {
    return erased("the page", e.erasure());
  }

  Stored body(String page, int number) {
    RevisionRow row = unsealed(page, number);
    if (!row.present()) {
      throw ProblemException.notFound(
          "page-gone", "the page was gone at revision " + number + " and had no body");
    }
    try {
      return new Stored(
          bodies.load(row.sha256), ContentType.parse(row.contentType), row.parsedCharset);
    } catch (DroppedBodyException e) {
      throw new ProblemException(
          Problem.of(410, "body-dropped", "revision " + number + ": " + e.getMessage()));
    }
  }

  Receipt receipt(Archive.Taken taken) {
    RevisionRow row = row(taken.page(), taken.revision());
    PageRow page = pages.findById(taken.page());
    return new Receipt(
        page.id,
        page.url,
        page.source,
        row.number,
        taken.edit(),
        row.fetchedAt,
        row.sha256,
        new RevisionOutcome(row.outcome, row.outcomeText));
  }

  private static Visits.Visit visit(Optional<Visits.Visited> visited) {
    return visited.map(Visits.Visited::visit).orElse(null);
  }

  RevisionRow row(String page, int number) {
    unerased(page);
    RevisionRow row = revisions.findById(new RevisionRow.Key(page, number));
    if (row == null) {
      throw ProblemException.notFound(
          "unknown-revision", "there is no revision " + number + " of a page " + page);
    }
    return row;
  }

  private static String next(String source, int size, String cursor) {
    String filter =
        source == null ? "" : "source=" + URLEncoder.encode(source, StandardCharsets.UTF_8) + '&';
    return "/v1/pages?" + filter + "size=" + size + "&cursor=" + cursor;
  }

  /** A body as it is kept, and what the parser decoded it with. */
  // Handed on once and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Stored(byte[] body, ContentType type, String parserCharset) {

    String text() {
      return PageDecoder.decode(body, type, parserCharset);
    }
  }
}
