package dev.podium.ingest.frontier;

/** Decides which 304 answers are checked. The same visit of the same entry decides the same. */
final class Honesty {

  private static final double RANGE = 1L << Integer.SIZE;
  // Of MurmurHash3's finalizer, which spreads neighbouring visit numbers over the whole range.
  private static final int FIRST = 0x85ebca6b;
  private static final int SECOND = 0xc2b2ae35;

  private final double share;

  /**
   * A judge of 304s.
   *
   * @param share of them that are checked, from 0 to 1
   */
  Honesty(double share) {
    this.share = share;
  }

  /** Whether the 304 that an entry just got is to be checked. */
  boolean doubts(Entry entry) {
    int hash = spread(31 * entry.id().hashCode() + entry.watch().looks());
    return Integer.toUnsignedLong(hash) / RANGE < share;
  }

  private static int spread(int bits) {
    int hash = (bits ^ bits >>> 16) * FIRST;
    hash = (hash ^ hash >>> 13) * SECOND;
    return hash ^ hash >>> 16;
  }
}
