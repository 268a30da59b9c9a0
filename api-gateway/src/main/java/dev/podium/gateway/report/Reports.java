package dev.podium.gateway.report;

import dev.podium.gateway.database.Database;
import dev.podium.gateway.exchange.ExchangeDocument;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The reports in the database. */
@ApplicationScoped
class Reports implements PanacheRepositoryBase<ReportRow, Long> {

  /** Open ones of one exchange: more of them would tell nothing new. */
  static final int OPEN = 50;

  private static final String IS_OPEN = "closedAt is null";

  private final Database database;

  Reports(Database database) {
    this.database = database;
  }

  /**
   * What a reader says.
   *
   * @param contact or null
   */
  record Word(ReportKind kind, String text, String contact) {}

  /**
   * Which reports.
   *
   * @param open null for open and closed ones
   * @param before only those made before this one
   */
  record Filter(Boolean open, String source, String exchange, long before) {}

  /**
   * Keeps a report.
   *
   * @throws ProblemException with 409 where the exchange has enough open ones
   */
  ReportRow add(ExchangeDocument exchange, Word word, String by) {
    return database.call(
        () -> {
          String id = exchange.exchange().id();
          if (count("exchange = ?1 and " + IS_OPEN, id) >= OPEN) {
            throw new ProblemException(
                Problem.of(409, "reported-enough", OPEN + " reports of it are open already"));
          }
          ReportRow row = new ReportRow();
          row.exchange = id;
          row.briefing = exchange.briefing().id();
          row.version = exchange.briefing().version();
          row.source = exchange.briefing().source();
          row.language = exchange.briefing().language();
          row.kind = word.kind().code();
          row.text = word.text();
          row.contact = word.contact();
          row.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
          row.createdBy = by;
          persist(row);
          return row;
        });
  }

  /** The newest first. */
  List<ReportRow> page(Filter filter, int size) {
    String open =
        filter.open() == null
            ? ""
            : filter.open() ? " and closedAt is null" : " and closedAt is not null";
    return database.call(
        () ->
            find(
                    "id < ?1 and (?2 = '' or source = ?2) and (?3 = '' or exchange = ?3)"
                        + open
                        + " order by id desc",
                    filter.before(),
                    filter.source(),
                    filter.exchange())
                .page(0, size)
                .list());
  }

  Optional<ReportRow> get(long id) {
    return database.call(() -> findByIdOptional(id));
  }

  /**
   * Closes a report or opens it again.
   *
   * @param note null leaves the one that there is
   */
  Optional<ReportRow> change(long id, boolean open, String note, String by) {
    return database.call(
        () -> {
          Optional<ReportRow> found = findByIdOptional(id);
          found.ifPresent(
              row -> {
                row.closedAt = open ? null : Instant.now().truncatedTo(ChronoUnit.MILLIS);
                row.closedBy = open ? null : by;
                row.note = note == null ? row.note : note;
              });
          return found;
        });
  }

  /** How many are open. */
  long open() {
    return database.call(() -> count(IS_OPEN));
  }
}
