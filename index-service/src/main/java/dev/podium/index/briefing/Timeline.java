package dev.podium.index.briefing;

import dev.podium.index.document.BriefingDocument;
import dev.podium.index.document.BriefingDocument.Revision;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The place of a revision among those that are known.
 *
 * @param all with the revision itself, oldest first
 * @param before the present revision before it, or null
 * @param after the present revision after it, or null
 */
record Timeline(List<Revision> all, Revision before, Revision after) {

  /**
   * Places a revision.
   *
   * @param mark null where nothing is known
   */
  static Timeline of(BriefingDocument mark, Revision revision) {
    List<Revision> known = mark == null ? List.of() : mark.revisions();
    List<Revision> others =
        known.stream().filter(other -> other.version() != revision.version()).toList();
    List<Revision> all =
        Stream.concat(others.stream(), Stream.of(revision))
            .sorted(Comparator.comparingLong(Revision::version))
            .toList();
    return new Timeline(
        all,
        last(present(others).filter(other -> other.version() < revision.version())),
        present(others).filter(o -> o.version() > revision.version()).findFirst().orElse(null));
  }

  /** The newest revision, present or gone. */
  Revision newest() {
    return all.getLast();
  }

  private static Stream<Revision> present(List<Revision> revisions) {
    return revisions.stream().filter(Revision::present);
  }

  private static Revision last(Stream<Revision> revisions) {
    return revisions.reduce((first, second) -> second).orElse(null);
  }
}
