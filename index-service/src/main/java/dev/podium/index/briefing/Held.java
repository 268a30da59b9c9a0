package dev.podium.index.briefing;

import dev.podium.kit.record.RecordOutcome;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records that failed for now, so that later ones of the same briefing do not overtake them. Safe
 * for concurrent use.
 */
final class Held {

  private final Map<String, Set<Place>> places = new ConcurrentHashMap<>();

  private record Place(int partition, long offset) {

    static Place of(Slot slot) {
      return new Place(slot.consumed().partition(), slot.consumed().offset());
    }
  }

  /** Whether a record of the same briefing that came before it has to be tried again. */
  boolean before(Slot slot) {
    Place own = Place.of(slot);
    return places.getOrDefault(slot.briefingId(), Set.of()).stream()
        .anyMatch(p -> p.partition() == own.partition() && p.offset() < own.offset());
  }

  private static Set<Place> with(Set<Place> held, Place place) {
    Set<Place> all = held == null ? ConcurrentHashMap.newKeySet() : held;
    all.add(place);
    return all;
  }

  /** Notes how a record ended this time. */
  void ended(Slot slot) {
    if (slot.outcome() instanceof RecordOutcome.FailedForNow) {
      places.compute(slot.briefingId(), (id, held) -> with(held, Place.of(slot)));
    } else {
      places.computeIfPresent(
          slot.briefingId(),
          (id, held) -> held.remove(Place.of(slot)) && held.isEmpty() ? null : held);
    }
  }
}
