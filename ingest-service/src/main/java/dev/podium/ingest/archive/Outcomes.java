package dev.podium.ingest.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;

/** Keeps what became of revisions. */
@ApplicationScoped
public class Outcomes {

  // What a newer parser says outranks an older one; of the same, a failure outranks the success
  // before it, since the topics that tell of them are read independently.
  private static final String UPDATE =
      """
      update revision
         set outcome = :outcome, outcome_text = :text, outcome_version = :version,
             parsed_charset = coalesce(:charset, parsed_charset)
       where page = :page and number = :number and outcome <> 'erased'
         and (outcome_version < :version
              or outcome_version = :version
                 and not (outcome in ('dead_letter', 'incomplete') and :outcome = 'briefing'))
      """;

  private static final String MENDED =
      """
      update revision
         set outcome = :outcome, outcome_text = :text
       where page = :page and outcome_version = :version
         and outcome in ('dead_letter', 'incomplete')
      """;

  private static final int MAX_TEXT = 2000;

  private final Session database;

  Outcomes(Session database) {
    this.database = database;
  }

  /** Notes outcomes; those of pages that are not here change nothing. */
  @Transactional
  public void note(List<Outcome> outcomes) {
    outcomes.forEach(this::note);
  }

  private void note(Outcome outcome) {
    String text = outcome.text();
    database
        .createNativeMutationQuery(UPDATE)
        .setParameter("page", outcome.page())
        .setParameter("number", outcome.revision())
        .setParameter("version", outcome.version())
        .setParameter("outcome", outcome.code().code())
        .setParameter("text", text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT))
        .setParameter("charset", outcome.charset(), String.class)
        .executeUpdate();
  }

  /** Notes that a briefing that could not be indexed was indexed after all. */
  @Transactional
  public void mended(String page, long version, String text) {
    database
        .createNativeMutationQuery(MENDED)
        .setParameter("page", page)
        .setParameter("version", version)
        .setParameter("outcome", RevisionOutcome.Code.BRIEFING.code())
        .setParameter("text", text)
        .executeUpdate();
  }

  /**
   * What became of a revision.
   *
   * @param version of the briefing, by which a later word outranks an earlier one
   * @param text in words
   * @param charset what the parser decoded the body with, or null
   */
  public record Outcome(
      String page,
      int revision,
      long version,
      RevisionOutcome.Code code,
      String text,
      String charset) {}
}
