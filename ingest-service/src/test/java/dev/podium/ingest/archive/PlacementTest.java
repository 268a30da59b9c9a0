package dev.podium.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.ingest.archive.Placement.Kind;
import dev.podium.ingest.archive.Placement.Neighbour;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlacementTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void theFirstContentIsARevision() {
    assertThat(Placement.of(null, null, NOON, "a1", "a"))
        .isEqualTo(new Placement(Kind.REVISION, false, false));
  }

  @Test
  void theSameBytesAreNone() {
    assertThat(Placement.of(content("a1", "a"), null, NOON, "a1", "a").kind()).isEqualTo(Kind.SAME);
  }

  @Test
  void otherBytesOfTheSameTextAreRecordedOnly() {
    assertThat(Placement.of(content("a1", "a"), null, NOON, "a2", "a").kind())
        .isEqualTo(Kind.BYTES_ONLY);
  }

  @Test
  void anotherTextIsARevision() {
    assertThat(Placement.of(content("a1", "a"), null, NOON, "b1", "b").kind())
        .isEqualTo(Kind.REVISION);
  }

  @Test
  void goneIsARevisionOnceAndComingBackIsOneToo() {
    Neighbour gone = new Neighbour(null, null, NOON.minusSeconds(60), true);
    assertThat(Placement.of(content("a1", "a"), null, NOON, null, null).kind())
        .isEqualTo(Kind.REVISION);
    assertThat(Placement.of(gone, null, NOON, null, null).kind()).isEqualTo(Kind.SAME);
    assertThat(Placement.of(gone, null, NOON, "a1", "a").kind()).isEqualTo(Kind.REVISION);
  }

  @Test
  void aContentThatWasSeenAgainLaterStandsAgainAfterTheOneBetween() {
    Neighbour seenLater = new Neighbour("a1", "a", NOON.plusSeconds(60), true);
    assertThat(Placement.of(seenLater, null, NOON, "b1", "b"))
        .isEqualTo(new Placement(Kind.REVISION, true, false));
    assertThat(Placement.of(seenLater, null, NOON, "a2", "a").repeatPrevious()).isFalse();
  }

  @Test
  void aChangeOfBytesAfterANewContentBecomesAnEdit() {
    Neighbour next = new Neighbour("a2", "a", NOON.plusSeconds(60), false);
    assertThat(Placement.of(content("a1", "a"), next, NOON, "b1", "b").publishNext()).isTrue();
    assertThat(Placement.of(null, next, NOON, "a1", "a").publishNext()).isFalse();
    Neighbour published = new Neighbour("c1", "c", NOON.plusSeconds(60), true);
    assertThat(Placement.of(content("a1", "a"), published, NOON, "b1", "b").publishNext())
        .isFalse();
  }

  private static Neighbour content(String sha256, String text) {
    return new Neighbour(sha256, text, NOON.minusSeconds(60), true);
  }
}
