package dev.podium.gateway.export;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.podium.gateway.elastic.Snapshot;
import dev.podium.gateway.elastic.StoredHits;
import dev.podium.gateway.exchange.StoredExchange;
import dev.podium.gateway.search.ExchangeQuery;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;

/** Reads all that a search finds, page by page; the next page comes while one is written. */
final class ExportPages {

  private static final int FIRST = 100;
  private static final int MOST = 1000;
  private static final int LEAST = 10;
  private static final long BYTES = 4_000_000;
  // Of all exports together.
  private static final long ALL_BYTES = 48_000_000;

  private static final StoredHits<StoredExchange> NOTHING = StoredHits.none();

  private final Snapshot snapshot;
  private final ExchangeQuery query;
  private final IntSupplier exports;
  private final Executor executor;
  private int size = FIRST;
  private CompletableFuture<StoredHits<StoredExchange>> next;

  /**
   * Nothing is read yet.
   *
   * @param exports how many are served now, which share the memory
   */
  ExportPages(Snapshot snapshot, ExchangeQuery query, IntSupplier exports, Executor executor) {
    this.snapshot = snapshot;
    this.query = query;
    this.exports = exports;
    this.executor = executor;
  }

  /**
   * Reads the first page.
   *
   * @param counted how many are counted at most; 0 for none
   * @return how many there are, as far as they were counted
   */
  long begin(long counted) {
    StoredHits<StoredExchange> found = read(List.of(), (int) Math.min(counted, Integer.MAX_VALUE));
    next = CompletableFuture.completedFuture(found);
    return found.total();
  }

  /**
   * The next page, empty after the last one.
   *
   * @throws dev.podium.kit.problem.ProblemException where the index fails
   */
  List<StoredExchange> next() {
    StoredHits<StoredExchange> page = await();
    List<StoredExchange> documents = page.documents();
    if (documents.size() < size) {
      next = CompletableFuture.completedFuture(NOTHING);
    } else {
      size = fitting(documents);
      next = CompletableFuture.supplyAsync(() -> read(page.hits().getLast().sort(), 0), executor);
    }
    return documents;
  }

  private StoredHits<StoredExchange> await() {
    try {
      return next.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Waits until nothing is read any more. */
  void end() {
    next.handle((hits, failure) -> null).join();
  }

  private StoredHits<StoredExchange> read(List<FieldValue> after, int counted) {
    return snapshot.search(() -> request(after, counted), StoredExchange::read);
  }

  // Whole documents: to cut them costs Elasticsearch more than to send them.
  private SearchRequest.Builder request(List<FieldValue> after, int counted) {
    SearchRequest.Builder request =
        new SearchRequest.Builder()
            .query(query.query())
            .sort(query.sort())
            .size(size)
            .trackTotalHits(t -> counted == 0 ? t.enabled(false) : t.count(counted));
    return after.isEmpty() ? request : request.searchAfter(after);
  }

  private int fitting(List<StoredExchange> page) {
    long bytes = page.stream().mapToLong(one -> one.document().length()).sum();
    long most = Math.min(BYTES, ALL_BYTES / Math.max(1, exports.getAsInt()));
    return Math.clamp(most * page.size() / Math.max(1, bytes), LEAST, MOST);
  }
}
