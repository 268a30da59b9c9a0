package dev.podium.index.compare;

import dev.podium.index.schema.Generation;
import dev.podium.index.schema.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What two generations hold, and the briefings in which they differ as far as is known. */
final class Differing {

  private static final int EXAMPLES = 10;

  private final Sums from = new Sums();
  private final Sums to = new Sums();
  private final Map<String, Pair> pairs = new TreeMap<>();
  private long equal;

  /** The documents of one briefing in both. */
  private record Pair(Digest from, Digest to) {
    boolean isMore() {
      return to.isMoreThan(from);
    }

    boolean isMissing() {
      return to.documents().isEmpty();
    }
  }

  /** Notes a briefing as it is now, in place of what was noted of it. */
  void put(String briefingId, Digest old, Digest young) {
    Pair before = pairs.remove(briefingId);
    if (before != null) {
      from.remove(before.from());
      to.remove(before.to());
    }
    from.add(old);
    to.add(young);
    if (old.equals(young)) {
      // A briefing that both are just writing has no mark yet, and is none.
      equal += old.count(Kind.BRIEFINGS);
    } else {
      pairs.put(briefingId, new Pair(old, young));
    }
  }

  /** Ids of the briefings that differ. */
  Collection<String> briefingIds() {
    return List.copyOf(pairs.keySet());
  }

  ComparisonReport report(Generation old, Generation young) {
    long more = pairs.values().stream().filter(Pair::isMore).count();
    long missing = pairs.values().stream().filter(Pair::isMissing).count();
    return new ComparisonReport(
        Instant.now(),
        from.of(old),
        to.of(young),
        equal,
        more,
        missing,
        pairs.size() - more - missing,
        pairs.entrySet().stream()
            .filter(pair -> !pair.getValue().isMore())
            .map(Map.Entry::getKey)
            .limit(EXAMPLES)
            .toList());
  }
}
