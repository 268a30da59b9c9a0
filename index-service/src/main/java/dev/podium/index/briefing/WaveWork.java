package dev.podium.index.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Does the work of waves, some at once, so that one is made ready while others wait for
 * Elasticsearch. A wave begins when those before it that have a briefing in common with it are
 * through, also those of another batch. Safe for concurrent use.
 */
final class WaveWork {

  private final Semaphore free;
  private final Executor threads;
  private final Map<String, CompletableFuture<Void>> latest = new ConcurrentHashMap<>();

  /**
   * Work that has nothing to do yet.
   *
   * @param together how many waves at once at most
   */
  WaveWork(int together, Executor threads) {
    this.free = new Semaphore(together, true);
    this.threads = threads;
  }

  /**
   * Works through a batch's waves, in order where they have a briefing in common. Returns when all
   * are through.
   *
   * @param begun told when the last one has begun, so that the next batch may begin
   */
  void run(List<List<Slot>> waves, Runnable begun, Consumer<List<Slot>> work) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    waves.forEach(wave -> all.add(begin(wave, work)));
    begun.run();
    all.forEach(WaveWork::awaitEnd);
    all.forEach(CompletableFuture::join);
  }

  private CompletableFuture<Void> begin(List<Slot> wave, Consumer<List<Slot>> work) {
    wave.stream()
        .map(slot -> latest.get(slot.briefingId()))
        .filter(Objects::nonNull)
        .forEach(WaveWork::awaitEnd);
    free.acquireUninterruptibly();
    CompletableFuture<Void> running =
        CompletableFuture.runAsync(() -> work.accept(wave), threads)
            .whenComplete((nothing, e) -> free.release());
    wave.forEach(slot -> latest.put(slot.briefingId(), running));
    return running.whenComplete(
        (nothing, e) -> wave.forEach(slot -> latest.remove(slot.briefingId(), running)));
  }

  /** However it ends. */
  private static void awaitEnd(CompletableFuture<Void> running) {
    running.handle((nothing, e) -> null).join();
  }
}
