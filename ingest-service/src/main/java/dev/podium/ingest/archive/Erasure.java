package dev.podium.ingest.archive;

import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.event.UtcMillis;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;

/**
 * What was taken away on demand: the stub that stays.
 *
 * @param state {@code under-way} or {@code done}
 * @param exchange the exchange that was taken out of its page; null where the page was erased
 * @param exchanges ids of the exchanges that an erased page had, as far as they were known
 * @param by whoever demanded it here
 * @param revision the page's last revision, which says so; null for an exchange
 * @param revisions of the page that lost what they held
 * @param bodies that were deleted, since no other page has them
 * @param records in the topic of briefings that were answered; null before
 */
public record Erasure(
    String id,
    String state,
    String page,
    String url,
    String source,
    String exchange,
    List<String> exchanges,
    Reason reason,
    String reference,
    String by,
    @UtcMillis Instant at,
    Integer revision,
    int revisions,
    int bodies,
    Integer records,
    @UtcMillis Instant rewrittenAt,
    @UtcMillis Instant doneAt) {

  public Erasure {
    exchanges = List.copyOf(exchanges);
  }

  /**
   * Why.
   *
   * @param kind lower case with hyphens, which everybody may see
   * @param text for operators
   */
  public record Reason(String kind, String text) {}

  static Erasure of(ErasureRow row, PageRow page) {
    return new Erasure(
        row.id,
        row.doneAt == null ? "under-way" : "done",
        page.id,
        page.url,
        page.source,
        row.exchange,
        List.of(row.exchanges),
        new Reason(row.reason, row.reasonText),
        row.reference,
        row.demandedBy,
        row.demandedAt,
        row.revision,
        row.revisions,
        row.bodies,
        row.records,
        row.rewrittenAt,
        row.doneAt);
  }

  static Erased erased(ErasureRow row) {
    return new Erased(row.id, row.reason, row.demandedAt, row.exchange);
  }

  /** As events name it. */
  public Erased erased() {
    return new Erased(id, reason.kind(), at, exchange);
  }

  /** The answer to whoever asks for what was erased. */
  static ProblemException problem(String what, ErasureRow row) {
    return new ProblemException(Problem.erased(what, new Problem.Erasure(row.id, row.reason)));
  }
}
