package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Suppression;
import dev.podium.index.Sample;
import dev.podium.index.document.ExchangeDocument;
import dev.podium.index.document.HistoryDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A briefing derived anew is what a rebuild makes of the records that were written again. */
class RederivationTest {

  private static final Instant AT = Instant.parse("2026-04-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void equalsWhatTheRewrittenRecordsGiveInAnyOrder(long seed) {
    Random random = new Random(seed);
    for (int page = 0; page < 30; page++) {
      List<Briefing> revisions = revisions("erased" + page, random);
      List<Exchange> all = revisions.stream().flatMap(r -> r.exchanges().stream()).toList();
      if (all.isEmpty()) {
        continue;
      }
      String out = all.get(random.nextInt(all.size())).id();
      List<Erased> erased = List.of(new Erased("e".repeat(16), "privacy", AT, out));
      List<Briefing> rewritten =
          revisions.stream().map(r -> Suppression.without(r, erased)).collect(Collectors.toList());

      Rederivation derived =
          Rederivation.of(
              revisions.stream().map(r -> new Arrival(r, r.revision().fetchedAt())).toList(),
              version -> true,
              erased);

      Collections.shuffle(rewritten, random);
      MemoryIndex rebuilt = new MemoryIndex();
      rewritten.forEach(r -> rebuilt.index(r, r.revision().fetchedAt()));
      String id = revisions.getFirst().id();
      assertThat(derived.mark()).as("seed %d page %d", seed, page).isEqualTo(rebuilt.marks.get(id));
      assertThat(byId(derived.exchanges(), ExchangeDocument::id)).isEqualTo(rebuilt.exchanges);
      assertThat(byId(derived.history(), HistoryDocument::documentId)).isEqualTo(rebuilt.history);
      assertThat(rebuilt.exchanges).doesNotContainKey(out);
    }
  }

  @Test
  void ofARevisionThatNoMarkNamesThereIsOnlyHistory() {
    Briefing counted = Sample.page("a").asked("Quoi ?", "Rien.").present();
    Briefing other = Sample.page("a").minute(1).asked("Qui ?", "Lui.").present();
    List<Arrival> both =
        Stream.of(counted, other).map(r -> new Arrival(r, r.revision().fetchedAt())).toList();

    Rederivation derived =
        Rederivation.of(both, version -> version == counted.version(), List.of());

    assertThat(derived.history()).hasSize(4);
    assertThat(derived.exchanges())
        .extracting(ExchangeDocument::id)
        .containsExactly(counted.exchanges().getFirst().id());
    assertThat(derived.mark().revisions()).hasSize(1);
  }

  private static <T> Map<String, T> byId(List<T> documents, Function<T, String> id) {
    return documents.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  private static List<Briefing> revisions(String page, Random random) {
    List<Briefing> revisions = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(4); i++) {
      Sample sample = Sample.page(page).minute(i);
      if (random.nextInt(5) == 0) {
        revisions.add(sample.gone());
        continue;
      }
      for (int question = 0; question < 4; question++) {
        if (random.nextInt(3) > 0) {
          String words = "Que dit le ministère du sujet numéro " + question * 1111 + " ici";
          sample.asked(
              words + (random.nextBoolean() ? " ?" : ", et pourquoi ?"),
              "Réponse " + random.nextInt(3));
        }
      }
      revisions.add(sample.present());
    }
    return revisions;
  }
}
