package dev.podium.index.briefing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts a batch into what is indexed together: no briefing twice, since a revision is compared with
 * the one before it, and not too many bytes, since all is in memory several times.
 */
final class Waves {

  /** In order; each at least one record long. */
  static List<List<Slot>> cut(List<Slot> slots, long bytes) {
    List<List<Slot>> waves = new ArrayList<>();
    List<Slot> wave = new ArrayList<>();
    Set<String> briefings = new HashSet<>();
    long size = 0;
    for (Slot slot : slots) {
      boolean full = !wave.isEmpty() && size + slot.bytes() > bytes;
      if (full || briefings.contains(slot.briefingId())) {
        waves.add(wave);
        wave = new ArrayList<>();
        briefings.clear();
        size = 0;
      }
      wave.add(slot);
      briefings.add(slot.briefingId());
      size += slot.bytes();
    }
    if (!wave.isEmpty()) {
      waves.add(wave);
    }
    return waves;
  }

  private Waves() {}
}
