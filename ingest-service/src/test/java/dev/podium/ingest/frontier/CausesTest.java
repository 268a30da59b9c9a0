package dev.podium.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CausesTest {

  static Stream<Arguments> results() {
    return Stream.of(
        Arguments.of(
            new VisitResult.Failed("no connection: refused: a/1.2.3.4:80"), "no connection"),
        Arguments.of(new VisitResult.Failed("HTTP 500"), "HTTP 500"),
        Arguments.of(
            new VisitResult.Failed("not complete after PT30S"), "not complete after PT30S"),
        Arguments.of(
            new VisitResult.Failed("a redirect to what is no address: %"),
            "a redirect to what is no address"),
        Arguments.of(new VisitResult.Refused("HTTP 403"), "HTTP 403"),
        Arguments.of(
            new VisitResult.Refused("more than 5 redirects, the last one to https://a.example/x"),
            "more than 5 redirects, the last one to"),
        Arguments.of(new VisitResult.Throttled(429, Duration.ofDays(3)), "HTTP 429"),
        Arguments.of(new VisitResult.Missing(410, List.of()), "HTTP 410"),
        Arguments.of(new VisitResult.Disallowed("no"), "disallowed by robots.txt"),
        Arguments.of(
            new VisitResult.RobotsFailed("x", Duration.ZERO), "robots.txt does not answer"),
        Arguments.of(new VisitResult.Unchanged("as revision 1"), null),
        Arguments.of(new VisitResult.Hop("https://a.example/", "a.example"), null));
  }

  @ParameterizedTest
  @MethodSource("results")
  void theSameTroubleHasTheSameFewWords(VisitResult result, String cause) {
    assertThat(Causes.of(result)).isEqualTo(cause);
  }
}
