package dev.podium.gateway.limit;

import dev.podium.gateway.access.PlainPath;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.regex.Pattern;

/** What a request costs, in points: the first line that fits. */
final class Costs {

  /** An answer without an end, or a call to an address that the caller names. */
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
          cost("/v1/alerts/[^/]+/test", STREAM),
          cost("/v1/exchanges/[^/]+/reports", REPORT),
          cost("/v1/parse", PARSE),
          cost("/v1/(exchanges|briefings|outlets|spokespersons|changes)(\\.[a-z]+)*", SEARCH),
          // These count or compare what the index finds.
          cost("/v1/sources(/[^/]+)?", SEARCH),
          cost("/v1/exchanges/[^/]+/(similar|revisions|diff)", SEARCH),
          cost(".*", ONE));

  private record Cost(Pattern path, int points) {}

  private static Cost cost(String path, int points) {
    return new Cost(Pattern.compile(path), points);
  }

  /**
   * What a request costs by its address. A search that is answered with a file costs more, which
   * {@link Surcharge} takes: which form an answer has the address does not tell.
   *
   * @param path normalized
   */
  static int of(HttpMethod method, String path) {
    if (HttpMethod.OPTIONS.equals(method)) {
      return 0;
    }
    String plain = PlainPath.of(path);
    return COSTS.stream()
        .filter(cost -> cost.path().matcher(plain).matches())
        .findFirst()
        .orElseThrow()
        .points();
  }

  private Costs() {}
}
