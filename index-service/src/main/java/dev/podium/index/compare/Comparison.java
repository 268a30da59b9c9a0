package dev.podium.index.compare;

import dev.podium.index.schema.ElasticsearchCalls;
import dev.podium.index.schema.Generation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Compares generations while both go on. Briefings that differ are looked at again when both have
 * read what was there meanwhile: what was only on its way is equal then.
 */
@ApplicationScoped
public class Comparison {

  private static final int LOOKS = 4;

  /** More than could be on its way; they differ. */
  private static final int MOST_AGAIN = 5_000;

  private static final int TOGETHER = 500;

  private final ElasticsearchCalls calls;

  Comparison(ElasticsearchCalls calls) {
    this.calls = calls;
  }

  /** Whoever wants the comparison. */
  public interface Caller {

    /**
     * Is told now and then.
     *
     * @return whether the comparison is still wanted
     */
    boolean wants(long compared);

    /**
     * Waits until both have read all that there is now.
     *
     * @return whether the comparison is still wanted
     */
    boolean awaitBoth();
  }

  /**
   * Compares.
   *
   * @return empty if it is not wanted any more
   * @throws dev.podium.index.schema.SchemaException if Elasticsearch does not answer
   */
  public Optional<ComparisonReport> compare(Generation from, Generation to, Caller caller) {
    Differing differing = new Differing();
    if (!scan(from, to, null, differing, caller)) {
      return Optional.empty();
    }
    for (int look = 1; look < LOOKS; look++) {
      Collection<String> again = differing.briefingIds();
      if (again.isEmpty() || again.size() > MOST_AGAIN) {
        break;
      }
      if (!caller.awaitBoth() || !scanAgain(from, to, again, differing, caller)) {
        return Optional.empty();
      }
    }
    return Optional.of(differing.report(from, to));
  }

  private boolean scanAgain(
      Generation from,
      Generation to,
      Collection<String> briefingIds,
      Differing differing,
      Caller caller) {
    // One whose documents are all gone is in no scan.
    briefingIds.forEach(id -> differing.put(id, Digest.NONE, Digest.NONE));
    List<String> left = List.copyOf(briefingIds);
    for (int first = 0; first < left.size(); first += TOGETHER) {
      List<String> some = left.subList(first, Math.min(left.size(), first + TOGETHER));
      if (!scan(from, to, some, differing, caller)) {
        return false;
      }
    }
    return true;
  }

  private boolean scan(
      Generation from,
      Generation to,
      Collection<String> briefingIds,
      Differing differing,
      Caller caller) {
    calls.refresh(from.indices());
    calls.refresh(to.indices());
    try (BriefingScan old = new BriefingScan(calls, from, briefingIds);
        BriefingScan young = new BriefingScan(calls, to, briefingIds)) {
      String id = first(old.next(), young.next());
      for (long compared = 0; id != null; compared++) {
        if (!caller.wants(compared)) {
          return false;
        }
        differing.put(id, old.take(id), young.take(id));
        id = first(old.next(), young.next());
      }
      return true;
    }
  }

  private static String first(String one, String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) < 0 ? one : other;
  }
}
