package dev.podium.gateway.limit;

import dev.podium.gateway.access.Caller;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What one caller may ask for: a bucket of points that fills up steadily, over a minute from empty
 * to full.
 *
 * @param name of the policy
 * @param size when it is full
 */
record Allowance(String name, int size, Bucket bucket) {

  static final Duration WINDOW = Duration.ofMinutes(1);

  static Allowance of(String name, int size) {
    return new Allowance(
        name,
        size,
        Bucket.builder()
            .addLimit(limit -> limit.capacity(size).refillGreedy(size, WINDOW))
            .build());
  }

  /**
   * What is left after a request.
   *
   * @param taken whether there was enough for it
   * @param left the points that are left
   * @param pause until there is enough; zero where there was
   */
  record Rest(boolean taken, long left, Duration pause) {}

  /** Takes points if there are enough, or none. A request that costs more than all takes all. */
  Rest take(int points) {
    if (points == 0) {
      return new Rest(true, bucket.getAvailableTokens(), Duration.ZERO);
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(Math.min(points, size));
    return new Rest(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Seconds until the bucket is full again, were nothing taken. */
  long secondsUntilFull(long left) {
    return (size - left) * WINDOW.toSeconds() / size + (left < size ? 1 : 0);
  }

  /** The fields of draft-ietf-httpapi-ratelimit-headers, a structured field each. */
  Map<String, String> headers(long left) {
    return Map.of(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d".formatted(name, size, WINDOW.toSeconds()),
        "RateLimit",
        "\"%s\";r=%d;t=%d".formatted(name, left, secondsUntilFull(left)));
  }

  /** Tells a caller that too little is left for what a request costs. */
  ProblemException spent(int points, Rest rest, Caller caller) {
    return refusal(
        rest,
        "this costs %d and %d of %d a minute are left%s"
            .formatted(points, rest.left(), size, caller.isIdentified() ? "" : "; a key has more"));
  }

  /** Tells a caller to wait. */
  ProblemException refusal(Rest rest, String why) {
    long seconds = Math.max(1, rest.pause().plusMillis(999).toSeconds());
    Map<String, String> headers = new HashMap<>(headers(rest.left()));
    headers.put("Retry-After", Long.toString(seconds));
    String detail = why + "; wait " + seconds + " s. GET /v1/quota tells what is left";
    return new ProblemException(Problem.of(429, "rate-limited", detail), headers);
  }
}
