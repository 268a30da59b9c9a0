package dev.podium.ingest.frontier;

import dev.podium.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;

/**
 * How often a page is looked at for edits. They come as a Poisson process whose rate falls with the
 * time since the last change, so that the waits lengthen with it: minutes, hours, days, for a year.
 * How lively a page is, is estimated from its edits with a prior (a gamma distribution) that the
 * source's other pages give, and shortens or lengthens the waits.
 */
final class EditWatch {

  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration LONGEST_WATCH = Duration.ofDays(7);
  private static final int FRESH_PART = 6;
  private static final double AGE_PART = 0.25;

  // Each time that its age grows by the factor e: about one of two pages is edited in a year.
  private static final double EDITS = 0.05;
  private static final double FIRST_HOUR = 3600;
  private static final double PAGE_PRIOR = 0.5;
  private static final double SOURCE_PRIOR = 5;
  private static final double LEAST = 0.25;
  private static final double MOST = 4;

  /** How soon a page that was just published, or just edited, is looked at again. */
  static Duration fresh(Source source) {
    return source.pageInterval().dividedBy(FRESH_PART);
  }

  /**
   * How lively the pages of a source are: 1 is common.
   *
   * @param changes edits seen on all of its pages
   * @param expected edits of pages of common liveliness
   */
  static double liveliness(long changes, double expected) {
    return (SOURCE_PRIOR + changes) / (SOURCE_PRIOR + expected);
  }

  /** How many edits a page of common liveliness has between two looks. */
  static double expected(Instant changedAt, Instant from, Instant to) {
    double young = seconds(changedAt, from) + FIRST_HOUR;
    double old = seconds(changedAt, to) + FIRST_HOUR;
    return old <= young ? 0 : EDITS * Math.log(old / young);
  }

  /**
   * How long to wait after a look that found no edit.
   *
   * @param least the wait that the page began with, which it keeps while it is young
   * @param liveliness of the source
   * @param longest after a year, and at all times
   */
  static Duration wait(
      Watch watch, Duration least, double liveliness, Duration longest, Instant now) {
    Duration age = Duration.between(watch.changedAt(), now);
    if (age.compareTo(YEAR) > 0) {
      return longest;
    }
    double lively = (PAGE_PRIOR * liveliness + watch.changes()) / (PAGE_PRIOR + watch.expected());
    double factor = AGE_PART / Math.clamp(lively, LEAST, MOST);
    Duration wait = Duration.ofMillis((long) (age.toMillis() * factor));
    Duration bounded = wait.compareTo(LONGEST_WATCH) > 0 ? LONGEST_WATCH : wait;
    return clamp(bounded, least, longest);
  }

  private static Duration clamp(Duration wait, Duration least, Duration longest) {
    Duration atLeast = wait.compareTo(least) < 0 ? least : wait;
    return atLeast.compareTo(longest) > 0 ? longest : atLeast;
  }

  private static double seconds(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis()) / 1000.0;
  }

  private EditWatch() {}
}
