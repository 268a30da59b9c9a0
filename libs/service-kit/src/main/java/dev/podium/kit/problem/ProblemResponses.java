package dev.podium.kit.problem;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import java.util.Map;

/** Problem details as answers of plain routes, where no resource and no mapper is. */
public final class ProblemResponses {

  /** Ends the response with the problem, unless it has begun. */
  public static void end(HttpServerResponse response, Problem problem) {
    end(response, problem, Map.of());
  }

  /**
   * Ends the response with the problem, unless it has begun.
   *
   * @param headers name to value, such as {@code Retry-After}
   */
  public static void end(
      HttpServerResponse response, Problem problem, Map<String, String> headers) {
    if (response.ended() || response.headWritten()) {
      return;
    }
    headers.forEach(response::putHeader);
    response
        .setStatusCode(problem.status())
        .putHeader("content-type", Problem.MEDIA_TYPE)
        .end(Json.encode(problem));
  }

  private ProblemResponses() {}
}
