package dev.podium.ingest.publish;

import dev.podium.ingest.archive.RevisionRange;
import dev.podium.ingest.archive.RevisionWalk;
import dev.podium.ingest.publish.ReplayView.Begun;
import dev.podium.ingest.publish.ReplayView.OfSource;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** Begins replays. */
@ApplicationScoped
class Replays {

  private final ReplayTable table;
  private final RevisionWalk walk;

  Replays(ReplayTable table, RevisionWalk walk) {
    this.table = table;
    this.walk = walk;
  }

  /** What there is to replay. */
  @Transactional
  Begun count(RevisionRange range) {
    return begun(true, counts(range));
  }

  /**
   * Begins the replay of a range, of each source on its own.
   *
   * @throws ProblemException if one is under way already; nothing is begun then
   */
  @Transactional
  Begun start(RevisionRange range) {
    List<OfSource> counts = counts(range);
    for (OfSource count : counts) {
      RevisionRange own = new RevisionRange(count.source(), range.from(), range.to());
      if (!table.start(own, count.revisions())) {
        throw new ProblemException(
            Problem.of(
                409,
                "replay-under-way",
                "a replay of "
                    + count.source()
                    + " is under way; GET /v1/pages/replay shows how far it is, DELETE stops it"));
      }
    }
    return begun(false, counts);
  }

  private List<OfSource> counts(RevisionRange range) {
    List<String> sources = range.source() == null ? table.sources() : List.of(range.source());
    List<OfSource> counts = new ArrayList<>();
    for (String source : sources) {
      RevisionWalk.Count count = walk.count(new RevisionRange(source, range.from(), range.to()));
      if (count.revisions() > 0 || range.source() != null) {
        counts.add(new OfSource(source, count.revisions(), count.withoutBody()));
      }
    }
    return counts;
  }

  private static Begun begun(boolean dryRun, List<OfSource> counts) {
    return new Begun(
        dryRun,
        counts.stream().mapToLong(OfSource::revisions).sum(),
        counts.stream().mapToLong(OfSource::withoutBody).sum(),
        counts);
  }
}
