package dev.podium.local.site;

import com.sun.net.httpserver.Headers;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/** Conditional requests, RFC 9110 section 13. */
final class Conditions {

  private Conditions() {}

  /**
   * Whether the client's copy is this answer; If-Modified-Since counts only without If-None-Match.
   */
  static boolean clientHas(Headers request, SiteAnswer answer) {
    String etags = request.getFirst("If-None-Match");
    if (etags != null) {
      return Arrays.stream(etags.split(","))
          .map(tag -> tag.strip().replaceFirst("^W/", ""))
          .anyMatch(tag -> "*".equals(tag) || tag.equals(answer.headers().get("ETag")));
    }
    Optional<Instant> known = date(request.getFirst("If-Modified-Since"));
    Optional<Instant> modified = date(answer.headers().get("Last-Modified"));
    return known.isPresent() && modified.isPresent() && !modified.get().isAfter(known.get());
  }

  private static Optional<Instant> date(String header) {
    try {
      return header == null
          ? Optional.empty()
          : Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
