package dev.podium.ingest.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Finds sources of which nothing is a briefing any more. */
@ApplicationScoped
public class RejectionRuns {

  private static final String RUNS =
      """
      select source, min(arrived_at), (array_agg(outcome_text order by place))[1]
        from (select p.source, r.outcome, r.outcome_text, r.arrived_at,
                     row_number() over (partition by p.source
                                        order by r.arrived_at desc, r.number desc) as place
                from revision r join page p on p.id = r.page
               where r.arrived_at > :from
                 and r.outcome in ('briefing', 'incomplete', 'rejected', 'dead_letter')) latest
       where place <= :size
       group by source
      having count(*) = :size and bool_and(outcome in ('rejected', 'dead_letter'))
      """;

  private final Session database;

  RejectionRuns(Session database) {
    this.database = database;
  }

  /**
   * A run of revisions none of which is a briefing.
   *
   * @param since when the first of them arrived
   * @param text what became of the last one
   */
  public record Run(Instant since, String text) {}

  /**
   * The sources whose latest revisions are no briefings.
   *
   * @param size how many of the latest must be none
   * @param from nothing before this counts
   */
  @Transactional
  public Map<String, Run> of(int size, Instant from) {
    return database
        .createNativeQuery(RUNS, Object[].class)
        .setParameter("size", size)
        .setParameter("from", from)
        .getResultStream()
        .collect(
            Collectors.toMap(
                row -> (String) row[0], row -> new Run((Instant) row[1], (String) row[2])));
  }
}
