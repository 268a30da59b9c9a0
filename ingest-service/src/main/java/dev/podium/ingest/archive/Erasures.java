package dev.podium.ingest.archive;

import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.identity.ErasureIds;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was taken away on demand, and the taking away as far as the archive is concerned. */
@ApplicationScoped
@Transactional
public class Erasures {

  private final ErasureRow.Rows rows;
  private final PageRow.Pages pages;
  private final PageEmptying emptying;
  private final Revisions revisions;
  private final Outbox outbox;
  private final Visits visits;
  private final Clock clock;

  Erasures(
      ErasureRow.Rows rows,
      PageRow.Pages pages,
      PageEmptying emptying,
      Revisions revisions,
      Outbox outbox,
      Visits visits,
      Clock clock) {
    this.rows = rows;
    this.pages = pages;
    this.emptying = emptying;
    this.revisions = revisions;
    this.outbox = outbox;
    this.visits = visits;
    this.clock = clock;
  }

  /**
   * A demand.
   *
   * @param page id of the page
   * @param exchange id of the exchange that is to be taken out; null for the page as a whole
   * @param exchanges ids of all exchanges of the page that are known
   */
  public record Demand(
      String page,
      String exchange,
      List<String> exchanges,
      Erasure.Reason reason,
      String reference,
      String by) {}

  /**
   * What became of a demand.
   *
   * @param begun false where the same was erased before
   */
  public record Taken(Erasure erasure, boolean begun) {}

  /**
   * What an erasure would take away.
   *
   * @param erasure id of the one that has done so before, or null
   * @param revisions of the page
   * @param bodies that would be deleted, or for an exchange sealed
   * @param sharedBodies that stay, since other pages have them
   * @param waiting in the outbox
   */
  public record Extent(
      String page,
      String url,
      String exchange,
      String erasure,
      long revisions,
      long bodies,
      long sharedBodies,
      long waiting,
      int exchanges) {}

  /**
   * Takes away, or answers with the erasure that has done so before: revisions, bodies, outbox and
   * frontier are one transaction.
   *
   * @throws ProblemException if there is no such page
   */
  public Taken take(Demand demand) {
    PageRow page = page(demand.page());
    Optional<ErasureRow> earlier = earlier(page, demand.exchange());
    if (earlier.isPresent()) {
      return new Taken(Erasure.of(earlier.get(), page), false);
    }
    ErasureRow row = row(page, demand);
    if (demand.exchange() == null) {
      page(row, page, demand);
    } else {
      page.seal = page.seal == null ? row.id : page.seal;
    }
    rows.persistAndFlush(row);
    return new Taken(Erasure.of(row, page), true);
  }

  /** Wakes whoever publishes, once the transaction is through. */
  public void wake() {
    outbox.wake();
  }

  /** What would be taken away. */
  public Extent extent(Demand demand) {
    PageRow page = pages.findById(demand.page());
    Optional<Visits.Visited> known = visits.of(demand.page());
    if (page == null && known.isEmpty()) {
      throw unknown(demand.page());
    }
    String erasure =
        page == null ? null : earlier(page, demand.exchange()).map(row -> row.id).orElse(null);
    PageEmptying.Size size = emptying.size(demand.page());
    boolean whole = demand.exchange() == null;
    return new Extent(
        demand.page(),
        page == null ? known.orElseThrow().url() : page.url,
        demand.exchange(),
        erasure,
        size.revisions(),
        whole ? size.bodies() - size.sharedBodies() : size.bodies(),
        whole ? size.sharedBodies() : 0,
        size.waiting(),
        whole ? demand.exchanges().size() : 1);
  }

  private Optional<ErasureRow> earlier(PageRow page, String exchange) {
    String id = page.erasure == null && exchange != null ? ErasureIds.of(exchange) : page.erasure;
    return id == null ? Optional.empty() : Optional.ofNullable(rows.findById(id));
  }

  /** The page, locked; one that could not be fetched yet gets a row. */
  private PageRow page(String id) {
    PageRow row = pages.findById(id, LockModeType.PESSIMISTIC_WRITE);
    return row != null
        ? row
        : visits
            .of(id)
            .map(known -> pages.lock(id, known.url(), known.source()))
            .orElseThrow(() -> unknown(id));
  }

  private static ProblemException unknown(String page) {
    return ProblemException.notFound("unknown-page", "there is no page " + page);
  }

  private ErasureRow row(PageRow page, Demand demand) {
    ErasureRow row = new ErasureRow();
    row.id = ErasureIds.of(demand.exchange() == null ? page.id : demand.exchange());
    row.page = page.id;
    row.exchange = demand.exchange();
    row.exchanges = new String[0];
    row.reason = demand.reason().kind();
    row.reasonText = demand.reason().text();
    row.reference = demand.reference();
    row.demandedBy = demand.by();
    row.demandedAt = now(page);
    return row;
  }

  /** Later than all that the page has, so that what says so is its last revision. */
  private Instant now(PageRow page) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return page.latestAt == null || now.isAfter(page.latestAt) ? now : page.latestAt.plusMillis(1);
  }

  private void page(ErasureRow row, PageRow page, Demand demand) {
    TreeSet<String> exchanges = new TreeSet<>(new HashSet<>(demand.exchanges()));
    rows.ofPages(List.of(page.id)).forEach(suppressed -> exchanges.add(suppressed.exchange));
    row.exchanges = exchanges.toArray(String[]::new);
    PageEmptying.Emptied emptied = emptying.empty(page.id, "erased on demand: " + row.id);
    row.revisions = emptied.revisions();
    row.bodies = emptied.bodies();
    RevisionRow last = RevisionRows.erased(page, row.demandedAt, clock.instant(), row.id);
    revisions.persistAndFlush(last);
    row.revision = last.number;
    page.erasure = row.id;
    page.latestAt = row.demandedAt;
    outbox.add(page.id, last.number);
    visits.end(page.id);
  }

  /** What was taken out of pages, by page; those of which nothing was are absent. */
  public Map<String, List<Erased>> ofPages(Collection<String> pageIds) {
    return rows.ofPages(pageIds).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.page, Collectors.mapping(Erasure::erased, Collectors.toList())));
  }

  /** Those under way, the oldest first. */
  public List<Erasure> open(int size) {
    return rows.open(size).stream().map(this::view).toList();
  }

  /** The erasure of an id. */
  public Optional<Erasure> find(String id) {
    return rows.findByIdOptional(id).map(this::view);
  }

  /**
   * The latest first.
   *
   * @param after id of the last one that is known already, or null
   */
  public List<Erasure> latest(String after, int size) {
    Optional<ErasureRow> last = Optional.ofNullable(after).map(rows::findById);
    return rows.latest(last, size).stream().map(this::view).toList();
  }

  /** How many there are. */
  public long count() {
    return rows.count();
  }

  /** Notes that the topics have been answered. */
  public void rewritten(String id, int records) {
    ErasureRow row = rows.findById(id, LockModeType.PESSIMISTIC_WRITE);
    row.records = records;
    row.rewrittenAt = clock.instant();
  }

  /** Notes the end, where nothing of the page waits for Kafka any more; whether that is so. */
  public boolean end(String id) {
    ErasureRow row = rows.findById(id, LockModeType.PESSIMISTIC_WRITE);
    boolean through = row.exchange != null || emptying.size(row.page).waiting() == 0;
    if (through) {
      row.doneAt = clock.instant();
    }
    return through;
  }

  private Erasure view(ErasureRow row) {
    return Erasure.of(row, pages.findById(row.page));
  }
}
