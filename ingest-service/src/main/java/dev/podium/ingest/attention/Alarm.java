package dev.podium.ingest.attention;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * An alarm of a source, or one that may become one. It is raised when its cause has lasted, and
 * cleared when its cause has been away for a while, so that it neither flaps nor stays.
 *
 * @param text what is the matter, for people
 * @param seenAt when the cause was first seen
 * @param since when it was raised, or null
 * @param quietAt since when the cause is not seen any more, or null
 */
record Alarm(
    String source, Kind kind, String text, Instant seenAt, Instant since, Instant quietAt) {

  /** What can be the matter with a source. */
  enum Kind {
    /** Briefings that were due have not come. */
    OVERDUE,
    /** None of its listings, sitemaps and feeds can be read. */
    UNREACHABLE,
    /** A listing, sitemap or feed that had links has none. */
    LISTING_EMPTY,
    /** The further pages of its listings are not there any more. */
    LISTING_SHORTER,
    /** Most of its pages lead to one address. */
    REDIRECTED,
    /** What it publishes is no briefing any more. */
    REJECTED;

    /** The word in JSON, in metrics and in the database. */
    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** A cause that is seen for the first time. */
  static Alarm first(String source, Kind kind, String text, Instant now, Duration raiseAfter) {
    return new Alarm(source, kind, text, now, null, null).seen(text, now, raiseAfter);
  }

  boolean raised() {
    return since != null;
  }

  /** After a look that saw the cause. */
  Alarm seen(String words, Instant now, Duration raiseAfter) {
    boolean lasted = !seenAt.plus(raiseAfter).isAfter(now);
    Instant raisedAt = since == null && lasted ? now : since;
    return new Alarm(source, kind, words, seenAt, raisedAt, null);
  }

  /** After a look that did not see the cause; null where the alarm is over. */
  Alarm unseen(Instant now, Duration clearAfter) {
    if (!raised()) {
      return null;
    }
    Instant quiet = quietAt == null ? now : quietAt;
    return quiet.plus(clearAfter).isAfter(now)
        ? new Alarm(source, kind, text, seenAt, since, quiet)
        : null;
  }
}
