package dev.podium.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.ingest.source.KnownSource.Origin;
import dev.podium.ingest.source.KnownSource.State;
import dev.podium.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was changed over REST outranks the files. */
class OverriddenSourcesTest {

  private static final String SHIPPED = "mfa-cn-fr";
  private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

  private final Sources sources = Sources.load(Optional.empty(), true);

  @Test
  void aDeclarationStandsInPlaceOfTheFilesAndCountsAsNotShipped() {
    Sources offline = Sources.load(Optional.empty(), false);
    offline.apply(1, List.of(override(SHIPPED, declaration(SHIPPED), State.ACTIVE, 1)));
    KnownSource known = offline.existing(SHIPPED);
    assertThat(known.source().name()).isEqualTo("Over REST");
    assertThat(known.origin()).isEqualTo(Origin.REST);
    assertThat(known.overrides()).isTrue();
    assertThat(offline.fetched().stream().map(Source::id)).containsExactly(SHIPPED);
  }

  @Test
  void aNewOneIsKnownBesideTheFiles() {
    sources.apply(1, List.of(override("new-one", declaration("new-one"), State.ACTIVE, 1)));
    assertThat(sources.existing("new-one").overrides()).isFalse();
    assertThat(sources.find(SHIPPED)).isPresent();
    assertThat(sources.all().stream().map(Source::id)).contains("new-one").isSorted();
  }

  @Test
  void aPausedOneIsKnownAndNotFetched() {
    sources.apply(1, List.of(override(SHIPPED, null, State.PAUSED, 1)));
    Source source = sources.find(SHIPPED).orElseThrow();
    assertThat(sources.fetched(source)).isFalse();
    assertThat(sources.fetched().stream().map(Source::id))
        .doesNotContain(SHIPPED)
        .contains("mfa-cn-en");
    assertThat(sources.existing(SHIPPED).origin()).isEqualTo(Origin.SHIPPED);
    assertThat(sources.reason(sources.existing(SHIPPED)))
        .isEqualTo("paused over REST at 2026-03-01T08:00:00Z");
  }

  @Test
  void aDeletedOneIsKnownToItsPagesAlone() {
    sources.apply(1, List.of(override(SHIPPED, null, State.DELETED, 1)));
    assertThat(sources.find(SHIPPED)).isEmpty();
    assertThat(sources.findWithDeleted(SHIPPED)).isPresent();
    assertThat(sources.all()).noneMatch(source -> source.id().equals(SHIPPED));
    assertThat(sources.fetched()).noneMatch(source -> source.id().equals(SHIPPED));
    assertThatThrownBy(() -> sources.existing(SHIPPED))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(410));
  }

  @Test
  void whatIsTakenBackIsTheFilesAgain() {
    sources.apply(1, List.of(override(SHIPPED, declaration(SHIPPED), State.PAUSED, 1)));
    sources.apply(2, List.of());
    assertThat(sources.existing(SHIPPED).origin()).isEqualTo(Origin.SHIPPED);
    assertThat(sources.fetched(sources.find(SHIPPED).orElseThrow())).isTrue();
  }

  @Test
  void whatAnotherReleaseDeclaredAndThisOneCannotReadIsNotFetched() {
    String text = declaration(SHIPPED) + "tomorrow: true\n";
    sources.apply(
        1,
        List.of(
            override(SHIPPED, text, State.ACTIVE, 1),
            override("new-one", declaration("new-one") + "tomorrow: true\n", State.ACTIVE, 2)));
    KnownSource known = sources.existing(SHIPPED);
    assertThat(sources.fetched(known.source())).isFalse();
    assertThat(sources.mayBeFetched(known)).isFalse();
    assertThat(sources.reason(known)).contains("cannot be read").contains("tomorrow: unknown key");
    assertThat(sources.find("new-one")).isEmpty();
  }

  @Test
  void whatDidNotChangeStaysTheSameSource() {
    SourceOverride one = override("one", declaration("one"), State.ACTIVE, 1);
    sources.apply(1, List.of(one));
    Source before = sources.find("one").orElseThrow();
    sources.apply(2, List.of(one, override("two", declaration("two"), State.ACTIVE, 2)));
    assertThat(sources.find("one").orElseThrow()).isSameAs(before);
    sources.apply(3, List.of(override("one", declaration("one"), State.ACTIVE, 3)));
    assertThat(sources.find("one").orElseThrow()).isNotEqualTo(before);
  }

  private static SourceOverride override(String id, String text, State state, long version) {
    return new SourceOverride(id, text, state, version, "test", AT);
  }

  private static String declaration(String id) {
    return """
        id: %s
        name: Over REST
        organisation: org
        series: regular
        language: fr
        timeZone: Europe/Paris
        listings: [{url: 'https://%s.example/'}]
        links: {include: ['/news/']}
        """
        .formatted(id, id);
  }
}
