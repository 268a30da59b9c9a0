package dev.podium.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.podium.kit.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionTest {

  private static final KnownSource SEVEN = seven();

  @ParameterizedTest
  @CsvSource({
    ", , true, true",
    "'\"7\"', , true, true",
    "'\"6\"', , true, false",
    "'\"6\", \"7\"', , true, true",
    "'W/\"7\"', , true, false",
    "*, , true, true",
    "*, , false, false",
    "'\"7\"', , false, false",
    ", *, false, true",
    ", *, true, false",
    ", '\"7\"', true, false"
  })
  void holdsOrNot(String ifMatch, String ifNoneMatch, boolean there, boolean holds) {
    Precondition precondition = new Precondition(ifMatch, ifNoneMatch);
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> precondition.check("a", there ? SEVEN : null));
    assertThat(refused == null).isEqualTo(holds);
    assertThat(refused == null ? 412 : refused.problem().status()).isEqualTo(412);
  }

  @Test
  void whatIsNoETagIsNamed() {
    assertThatThrownBy(() -> new Precondition("7", null))
        .hasMessage("the header If-Match holds neither * nor ETags in quotes");
  }

  private static KnownSource seven() {
    Source source = Sources.load(Optional.empty(), false).find("mfa-cn-fr").orElseThrow();
    return KnownSource.declared(
        new SourceOverride("a", "", KnownSource.State.ACTIVE, 7, "test", Instant.EPOCH),
        source,
        true,
        null);
  }
}
