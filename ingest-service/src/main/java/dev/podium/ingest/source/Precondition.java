package dev.podium.ingest.source;

import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Under which version of a source a change is wanted, as RFC 9110 has it.
 *
 * @param ifMatch the header, or null
 * @param ifNoneMatch the header, or null
 */
record Precondition(String ifMatch, String ifNoneMatch) {

  private static final String ANY = "*";
  private static final Pattern TAGS =
      Pattern.compile("\\*|(W/)?\"[^\"]{0,100}\"(\\s*,\\s*(W/)?\"[^\"]{0,100}\"){0,20}");

  Precondition {
    ifMatch = checked("If-Match", ifMatch);
    ifNoneMatch = checked("If-None-Match", ifNoneMatch);
  }

  private static String checked(String name, String header) {
    if (header != null && !TAGS.matcher(header.strip()).matches()) {
      throw ProblemException.badRequest(
          "invalid-precondition", "the header " + name + " holds neither * nor ETags in quotes");
    }
    return header == null ? null : header.strip();
  }

  /**
   * Holds it to the source as it is.
   *
   * @param current the source, or null where there is none
   * @throws ProblemException with 412 if it does not hold
   */
  void check(String id, KnownSource current) {
    boolean holds =
        (ifMatch == null || names(ifMatch, current))
            && (ifNoneMatch == null || !names(ifNoneMatch, current));
    if (!holds) {
      throw new ProblemException(
          Problem.of(
              412,
              "precondition-failed",
              current == null
                  ? "there is no source " + id
                  : "source " + id + " is there, and its ETag is " + current.etag()));
    }
  }

  private static boolean names(String header, KnownSource current) {
    if (current == null) {
      return false;
    }
    return header.equals(ANY)
        || Arrays.stream(header.split(",", -1)).map(String::strip).anyMatch(current.etag()::equals);
  }
}
