package dev.podium.kit.deadletter;

import dev.podium.kit.problem.ProblemException;
import dev.podium.kit.problem.QueryTimes;
import dev.podium.kit.record.DeadLetterId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Which dead letters are meant; each part null where it leaves all.
 *
 * @param from when the service gave up, at the earliest
 * @param to when the service gave up, before
 */
record DeadLetterFilter(DeadLetterId id, String code, String source, Instant from, Instant to) {

  /**
   * Reads query parameters.
   *
   * @throws ProblemException if one is wrong; it names it
   */
  static DeadLetterFilter parse(String id, String code, String source, String from, String to) {
    DeadLetterFilter filter =
        new DeadLetterFilter(
            id == null ? null : id(id), code, source, time("from", from, 0), time("to", to, 1));
    if (filter.from != null && filter.to != null && !filter.from.isBefore(filter.to)) {
      throw ProblemException.badRequest("bad-range", "from " + from + " is not before to " + to);
    }
    return filter;
  }

  /**
   * Reads an id.
   *
   * @throws ProblemException if it is none
   */
  static DeadLetterId id(String text) {
    Optional<DeadLetterId> id = DeadLetterId.parse(text);
    return id.orElseThrow(
        () ->
            ProblemException.badRequest(
                "bad-id", "\"" + text + "\" is no dead letter's id, such as index-3-120"));
  }

  private static Instant time(String name, String value, int days) {
    if (value == null || value.isBlank()) {
      return null;
    }
    return QueryTimes.parse(name, value, days);
  }

  boolean takes(DeadLetter letter) {
    return (id == null || id.toString().equals(letter.id()))
        && (code == null || code.equals(letter.code()))
        && (source == null || source.equals(letter.source()))
        && (from == null || !at(letter).isBefore(from))
        && (to == null || at(letter).isBefore(to));
  }

  /** A letter that does not say is as old as can be. */
  private static Instant at(DeadLetter letter) {
    try {
      return letter.at() == null ? Instant.EPOCH : Instant.parse(letter.at());
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
