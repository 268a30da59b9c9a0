package dev.podium.index.briefing;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A revision in the order in which revisions were recorded, and how many of its changes have been
 * told.
 */
record PastPlace(Instant recordedAt, String briefingId, long version, int told) {

  /** All of them. */
  static final int ALL = 999_999_999;

  private static final Pattern FORM =
      Pattern.compile("([0-9TZ:.-]{20,30})~([a-z2-7]{16})~([0-9]{1,16})~([0-9]{1,9})");

  /** The place of a cursor; empty if it is none. */
  static Optional<PastPlace> parse(String cursor) {
    Matcher matcher = FORM.matcher(cursor);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PastPlace(
              Instant.parse(matcher.group(1)),
              matcher.group(2),
              Long.parseLong(matcher.group(3)),
              Integer.parseInt(matcher.group(4))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  PastPlace told(int changes) {
    return new PastPlace(recordedAt, briefingId, version, changes);
  }

  /** The cursor. */
  String cursor() {
    return recordedAt + "~" + briefingId + '~' + version + '~' + told;
  }
}
