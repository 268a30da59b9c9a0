package dev.podium.index.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GenerationsTest {

  @Test
  void onlyTheServingOnePublishes() {
    Generations known = known(serving(1), standby(2));

    assertThat(known.serving()).map(GenerationState::number).hasValue(1);
    assertThat(known.next()).isEmpty();
    assertThat(publishing(known)).containsExactly(1);
  }

  @Test
  void oneThatIsBuiltIsSilentUntilTheHandover() {
    assertThat(publishing(known(serving(1), state(2, Set.of("indexes-next"), 0))))
        .containsExactly(1);
    assertThat(
            publishing(known(serving(1), state(2, Set.of("indexes-next", "indexes-handover"), 0))))
        .containsExactly(1, 2);
  }

  @Test
  void theServingOneWaitsAtTheEndAndNoOther() {
    Generations known =
        known(
            serving(1),
            standby(2),
            state(3, Set.of("indexes-next", "indexes-handover", "indexes-hold"), 0));

    assertThat(known.holds(1)).isTrue();
    assertThat(known.holds(2)).isFalse();
    assertThat(known.holds(3)).isFalse();
    assertThat(known(serving(1), standby(2)).holds(1)).isFalse();
  }

  @Test
  void oneThatServesBecauseAllOthersAreLostIsSilentAndDoesNotWait() {
    Generations known =
        known(state(3, Set.of("briefings", "exchanges", "history", "indexes-next"), 0));

    assertThat(publishing(known)).isEmpty();
    assertThat(known.holds(3)).isFalse();
  }

  @Test
  void numbersThatWereDroppedCount() {
    assertThat(known(state(2, Set.of(), 7), serving(4)).highest()).isEqualTo(7);
    assertThat(known(state(2, Set.of(), 0), serving(4)).highest()).isEqualTo(4);
    assertThat(Generations.NONE.highest()).isZero();
  }

  @Test
  void aGroupIsOfAGenerationByItsName() {
    assertThat(Generation.ofGroup("index-12")).hasValue(new Generation(12));
    assertThat(Generation.ofGroup(new Generation(3).group())).hasValue(new Generation(3));
    assertThat(Generation.ofGroup("index-")).isEmpty();
    assertThat(Generation.ofGroup("index-x1")).isEmpty();
    assertThat(Generation.ofGroup("ingest")).isEmpty();
  }

  private static List<Integer> publishing(Generations known) {
    return known.all().stream()
        .filter(GenerationState::publishes)
        .map(GenerationState::number)
        .toList();
  }

  private static Generations known(GenerationState... states) {
    return new Generations(List.of(states));
  }

  private static GenerationState serving(int number) {
    return state(number, Set.of("briefings", "exchanges", "history"), 0);
  }

  private static GenerationState standby(int number) {
    return state(number, Set.of(), 0);
  }

  /** Aliases of kinds are of their index, others of the one that bears the marks. */
  private static GenerationState state(int number, Set<String> aliases, int highest) {
    Generation generation = new Generation(number);
    JsonNode metadata = EventJson.MAPPER.createObjectNode().put("highest", highest);
    Map<Kind, IndexFacts> indexes = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Set<String> own = new HashSet<>(Set.of(generation.own(kind)));
      aliases.stream()
          .filter(a -> a.equals(kind.alias()) || (kind == Kind.HISTORY && a.startsWith("indexes-")))
          .forEach(own::add);
      indexes.put(kind, new IndexFacts(generation.index(kind), own, metadata));
    }
    return new GenerationState(generation, indexes);
  }
}
