package dev.podium.ingest.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** Asks hosts for their robots.txt. */
@ApplicationScoped
public class RobotsFetcher {

  private static final int MAX_HOPS = 5;
  private static final Duration FRESH = Duration.ofHours(24);
  // With the host's next turn, which its back-off puts off ever further.
  private static final Duration AGAIN = Duration.ZERO;

  private final Fetcher fetcher;
  private final FetchSettings config;
  private final Clock clock;

  RobotsFetcher(Fetcher fetcher, FetchSettings config, Clock clock) {
    this.fetcher = fetcher;
    this.config = config;
    this.clock = clock;
  }

  /** The robots.txt at an address, redirects followed. */
  public RobotsFile fetch(String robotsAddress) {
    String address = robotsAddress;
    for (int hop = 0; hop <= MAX_HOPS; hop++) {
      int limit = Math.toIntExact(config.robotsLimit().asLongValue());
      FetchOutcome outcome = fetcher.fetch(new Fetcher.Request(address, null, null, limit, true));
      if (outcome instanceof FetchOutcome.Moved(int status, String next)) {
        address = next;
      } else {
        return file(outcome);
      }
    }
    // RFC 9309: so many redirects count as no robots.txt.
    return file(404, "", FRESH);
  }

  private RobotsFile file(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Fetched fetched ->
          file(200, new String(fetched.body(), StandardCharsets.UTF_8), FRESH);
      case FetchOutcome.Missing(int status, var headers) -> file(status, "", FRESH);
      case FetchOutcome.Unwelcome(int status) when status >= 400 && status < 500 ->
          file(status, "", FRESH);
      case FetchOutcome.Unwelcome(int status) -> file(status, "", AGAIN);
      case FetchOutcome.Throttled(int status, Duration wait) ->
          file(status, "", wait == null ? AGAIN : wait);
      case FetchOutcome.Refused(String reason) -> file(0, reason, AGAIN);
      case FetchOutcome.Failed(String reason) -> file(0, reason, AGAIN);
      case FetchOutcome.NotModified same -> file(0, "", AGAIN);
      case FetchOutcome.Moved moved -> file(0, "", AGAIN);
    };
  }

  private RobotsFile file(int status, String text, Duration fresh) {
    // PostgreSQL keeps no NUL in a text.
    return new RobotsFile(status, text.replace("\0", ""), clock.instant().plus(fresh));
  }
}
