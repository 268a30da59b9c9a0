package dev.podium.ingest.frontier;

import java.util.random.RandomGenerator;

/** What a host's turn is given to where several entries are due, the most urgent first. */
public enum Urgency {
  /** The first page of a listing, a sitemap or a feed. */
  LISTING(0),
  /** What was never fetched. */
  UNSEEN(1),
  /** What was seen before. */
  SEEN(2);

  private static final double LISTINGS_FIRST = 0.7;
  private static final double UNSEEN_FIRST = 0.15;

  private final int code;

  Urgency(int code) {
    this.code = code;
  }

  /** The number in the database. */
  int code() {
    return code;
  }

  /**
   * What to take first this time: mostly the most urgent, and each of the others now and then. A
   * host that has more due than it has turns (a long {@code Crawl-delay}, a backfill of twenty
   * years) neglects nothing for good.
   */
  static Urgency favoured(RandomGenerator random) {
    double drawn = random.nextDouble();
    if (drawn < LISTINGS_FIRST) {
      return LISTING;
    }
    return drawn < LISTINGS_FIRST + UNSEEN_FIRST ? UNSEEN : SEEN;
  }
}
