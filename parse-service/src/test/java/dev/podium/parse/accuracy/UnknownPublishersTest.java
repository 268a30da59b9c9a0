package dev.podium.parse.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.parse.briefing.ParserFiles;
import dev.podium.truth.Aspect;
import dev.podium.truth.PageSets;
import dev.podium.truth.Tally;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The golden pages without the dialects that know their publishers. What the generic one makes of
 * them is all that a new publisher gets at first, so it must not get worse unnoticed.
 */
class UnknownPublishersTest {

  private static final double PAIRS = 0.895;
  private static final double DATES = 0.98;
  private static final double TITLES = 0.935;

  @Test
  void areReadNearlyAsWellAsKnownOnes() throws IOException {
    Tally tally =
        Readings.strangersTally(
            ParserFiles.read(null, null),
            PageSets.below(Path.of("src/test/resources/golden")).getFirst());

    assertThat(tally.share(Aspect.PAIRS)).as("pairs").isGreaterThan(PAIRS);
    assertThat(tally.share(Aspect.DATES)).as("dates").isGreaterThan(DATES);
    assertThat(tally.share(Aspect.TITLES)).as("titles").isGreaterThan(TITLES);
    assertThat(tally.failures(Aspect.PROMISES)).isEmpty();
  }
}
