package dev.podium.gateway.limit;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.regex.Pattern;

/** What a request costs, in points: the first line that fits. */
final class Costs {

  /** An answer without an end. */
  static final int STREAM = 50;

  /** A search of the index. */
  static final int SEARCH = 5;

  /** What has an id. */
  static final int ONE = 1;

  private static final int PARSE = 10;

  /** People read each of them. */
  private static final int REPORT = 10;

  private static final List<Cost> COSTS =
      List.of(
          cost("(?!/v1/).*", 0),
          cost("/v1/quota", 0),
          cost(".*\\.(csv|ndjson|xlsx)", STREAM),
          cost("/v1/(stream|warc)|.*/(progress|evidence)", STREAM),
          cost("/v1/exchanges/[^/]+/reports", REPORT),
          cost("/v1/parse", PARSE),
          cost("/v1/(exchanges|briefings|outlets|spokespersons|changes)(\\.[a-z]+)?", SEARCH),
          cost(".*/similar", SEARCH),
          cost(".*", ONE));

  private static final Pattern STREAMED = Pattern.compile("text/csv|ndjson|text/event-stream");

  private record Cost(Pattern path, int points) {}

  private static Cost cost(String path, int points) {
    return new Cost(Pattern.compile(path), points);
  }

  /**
   * What a request costs.
   *
   * @param accept the header, or null
   */
  static int of(HttpMethod method, String path, String accept) {
    int points =
        COSTS.stream()
            .filter(cost -> cost.path().matcher(path).matches())
            .findFirst()
            .orElseThrow()
            .points();
    if (HttpMethod.OPTIONS.equals(method)) {
      return 0;
    }
    return points == SEARCH && accept != null && STREAMED.matcher(accept).find() ? STREAM : points;
  }

  private Costs() {}
}
