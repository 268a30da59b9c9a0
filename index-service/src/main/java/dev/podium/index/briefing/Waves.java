package dev.podium.index.briefing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

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

  /**
   * Does the work of waves, some at once, so that one is made ready while others wait for
   * Elasticsearch. A wave begins when those before it that have a briefing in common with it are
   * through. Returns when all are.
   *
   * @param together how many at once at most
   */
  static void run(
      List<List<Slot>> waves, int together, Executor threads, Consumer<List<Slot>> work) {
    Semaphore free = new Semaphore(together);
    Map<String, CompletableFuture<Void>> latest = new HashMap<>();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (List<Slot> wave : waves) {
      wave.stream()
          .map(slot -> latest.get(slot.briefingId()))
          .filter(Objects::nonNull)
          .forEach(Waves::awaitEnd);
      free.acquireUninterruptibly();
      CompletableFuture<Void> running =
          CompletableFuture.runAsync(() -> work.accept(wave), threads)
              .whenComplete((nothing, e) -> free.release());
      wave.forEach(slot -> latest.put(slot.briefingId(), running));
      all.add(running);
    }
    all.forEach(Waves::awaitEnd);
    all.forEach(CompletableFuture::join);
  }

  /** However it ends. */
  private static void awaitEnd(CompletableFuture<Void> running) {
    running.handle((nothing, e) -> null).join();
  }

  private Waves() {}
}
