package dev.podium.gateway.openapi;

import dev.podium.kit.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Shows what the problems look like that the API answers with. */
final class ProblemExamples {

  private static final Map<Integer, Problem> PROBLEMS =
      Map.ofEntries(
          problem(400, "invalid-request", "wrong parameters: size"),
          problem(401, "credential-needed", "a caller without a credential may not do this"),
          problem(403, "scope-missing", "this needs the scope admin; the key has read"),
          problem(404, "no-such-exchange", "there is no exchange abcdefghij234567"),
          problem(408, "request-timeout", "the rest of the body does not arrive"),
          problem(409, "conflict", "the page belongs to another source"),
          problem(410, "body-dropped", "in the archive, revision 1: its body was dropped"),
          problem(412, "precondition-failed", "the source was changed meanwhile"),
          problem(413, "body-too-large", "the body is larger than 10485760 bytes"),
          problem(415, "unsupported-media-type", "this address does not take that Content-Type"),
          problem(429, "rate-limited", "the points of this minute are spent"),
          problem(502, "service-broken", "ingest-service broke off"),
          problem(503, "search-unavailable", "the search index cannot be reached now"),
          problem(504, "service-timeout", "ingest-service does not answer"));

  private static final Problem AWAY =
      Problem.of(503, "service-unavailable", "ingest-service cannot be reached now");

  private static Map.Entry<Integer, Problem> problem(int status, String code, String detail) {
    return Map.entry(status, Problem.of(status, code, detail));
  }

  /**
   * Adds an example to a response that is a problem and has none.
   *
   * @param isPassedOn whether a service answers
   */
  static void add(String status, APIResponse response, boolean isPassedOn) {
    MediaType problem =
        response.getContent() == null
            ? null
            : response.getContent().getMediaType(Problem.MEDIA_TYPE);
    if (problem != null && problem.getExample() == null && problem.getExamples() == null) {
      int code = Integer.parseInt(status);
      problem.setExample(
          isPassedOn && code == AWAY.status() ? example(AWAY) : example(problem(code)));
    }
  }

  private static Problem problem(int status) {
    return PROBLEMS.getOrDefault(
        status, Problem.of(status, "problem", "the detail says what helps"));
  }

  private static Map<String, Object> example(Problem problem) {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", problem.type());
    example.put("title", problem.title());
    example.put("status", problem.status());
    example.put("detail", problem.detail());
    example.put("code", problem.code());
    if (problem.status() == 400) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("name", "size");
      error.put("detail", "'0' is no number from 1 to 100");
      example.put("errors", List.of(error));
    }
    return example;
  }

  private ProblemExamples() {}
}
