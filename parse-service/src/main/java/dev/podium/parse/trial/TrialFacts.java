package dev.podium.parse.trial;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.PageIds;
import dev.podium.kit.problem.ProblemException;
import dev.podium.parse.briefing.Hashes;
import dev.podium.parse.briefing.PageFacts;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.dialect.Dialects;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

/** Makes up the facts of a page that no source brought, from the request and the dialect. */
final class TrialFacts {

  private final Dialects dialects;

  TrialFacts(Dialects dialects) {
    this.dialects = dialects;
  }

  /**
   * The facts; those that the request leaves open are the dialect's, which is the named one, or
   * else the one that has the source's id, or else the one for publishers that nobody described.
   *
   * @throws ProblemException if the request is wrong; it names the parameter
   */
  PageFacts of(ParseRequest request, MediaType type, Instant fetchedAt, byte[] body) {
    String url = url(request.url);
    String source = required("source", request.source);
    Dialect dialect = dialect(source, request.dialect);
    Dialect.Defaults defaults = dialect.defaults();
    return new PageFacts(
        url,
        PageIds.of(url),
        source,
        first(request.organisation, defaults.organisation(), source),
        first(request.series, defaults.series(), "trial"),
        first(request.language, defaults.language(), "und"),
        dialect.id(),
        timeZone(first(request.timeZone, defaults.timeZone(), "UTC")),
        1,
        fetchedAt,
        request.url.strip(),
        type.toString(),
        type.getParameters().get(MediaType.CHARSET_PARAMETER),
        Hashes.sha256(body));
  }

  private static String required(String name, String value) {
    if (value == null || value.isBlank()) {
      throw ProblemException.badRequest(
          "missing-parameter", "the query parameter " + name + " is missing");
    }
    return value.strip();
  }

  private static String url(String value) {
    String url = required("url", value);
    try {
      return CanonicalUrl.of(url);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(
          "invalid-url", "the query parameter url is no web address: " + e.getMessage());
    }
  }

  private Dialect dialect(String source, String named) {
    Dialect dialect = dialects.find(named != null ? named : source);
    if (dialect == null && named != null) {
      throw ProblemException.notFound(
          "unknown-dialect",
          "there is no dialect "
              + named
              + "; the query parameter dialect is one of "
              + String.join(", ", dialects.ids()));
    }
    return dialect != null ? dialect : dialects.generic();
  }

  private static String timeZone(String id) {
    try {
      return ZoneId.of(id).getId();
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          "invalid-time-zone", "the query parameter timeZone is no time zone: " + id);
    }
  }

  private static String first(String asked, String declared, String otherwise) {
    if (asked != null && !asked.isBlank()) {
      return asked.strip();
    }
    return declared != null ? declared : otherwise;
  }
}
