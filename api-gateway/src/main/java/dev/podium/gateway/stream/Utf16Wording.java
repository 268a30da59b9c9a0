package dev.podium.gateway.stream;

import dev.podium.gateway.change.ChangeOffsets;
import dev.podium.gateway.change.ChangeRecord;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tells changes in UTF-16 code units, each once for all streams that are about as far. */
@ApplicationScoped
class Utf16Wording implements Wording {

  /** The streams that follow are at the same change; those that catch up are on their own. */
  private static final int REMEMBERED = 200;

  /** Each may read pages from the archive. */
  private static final int AT_ONCE = 4;

  private final ChangeOffsets offsets;
  private final ExecutorService tellers =
      Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("stream-utf16-", 0).factory());
  private final Map<Place, CompletableFuture<String>> told = new Latest();

  Utf16Wording(ChangeOffsets offsets) {
    this.offsets = offsets;
  }

  private record Place(int partition, long offset) {}

  @Override
  public CompletableFuture<String> of(ChangeRecord change) {
    Place place = new Place(change.partition(), change.offset());
    synchronized (told) {
      CompletableFuture<String> known = told.get(place);
      if (known == null || known.isCompletedExceptionally()) {
        known = CompletableFuture.supplyAsync(() -> offsets.tell(change), tellers);
        told.put(place, known);
      }
      return known;
    }
  }

  @PreDestroy
  void close() {
    tellers.shutdownNow();
  }

  private static final class Latest extends LinkedHashMap<Place, CompletableFuture<String>> {

    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Place, CompletableFuture<String>> eldest) {
      return size() > REMEMBERED;
    }
  }
}
