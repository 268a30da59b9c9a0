package dev.podium.gateway.export;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.gateway.elastic.Snapshot;
import dev.podium.gateway.exchange.ExchangeDocument;
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
  private static final long CHARACTERS = 4_000_000;
  // Of all exports together.
  private static final long ALL_CHARACTERS = 48_000_000;
  // Beside the texts: names, addresses and where all of it stands in the page.
  private static final int AROUND = 1000;

  private final Snapshot snapshot;
  private final ExchangeQuery query;
  private final IntSupplier exports;
  private final Executor executor;
  private int size = FIRST;
  private CompletableFuture<List<Hit<ExchangeDocument>>> next;

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
    SearchResponse<ExchangeDocument> found =
        snapshot.search(
            () -> request(List.of(), (int) Math.min(counted, Integer.MAX_VALUE)),
            ExchangeDocument.class);
    next = CompletableFuture.completedFuture(found.hits().hits());
    return found.hits().total() == null ? 0 : found.hits().total().value();
  }

  /**
   * The next page, empty after the last one.
   *
   * @throws dev.podium.kit.problem.ProblemException where the index fails
   */
  List<ExchangeDocument> next() {
    List<Hit<ExchangeDocument>> hits = await();
    List<ExchangeDocument> documents = hits.stream().map(Hit::source).toList();
    if (hits.size() < size) {
      next = CompletableFuture.completedFuture(List.of());
    } else {
      size = fitting(documents);
      List<FieldValue> after = hits.getLast().sort();
      next = CompletableFuture.supplyAsync(() -> read(after), executor);
    }
    return documents;
  }

  private List<Hit<ExchangeDocument>> await() {
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

  private List<Hit<ExchangeDocument>> read(List<FieldValue> after) {
    return snapshot.search(() -> request(after, 0), ExchangeDocument.class).hits().hits();
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

  private int fitting(List<ExchangeDocument> page) {
    long characters = page.stream().mapToLong(document -> length(document.exchange())).sum();
    long most = Math.min(CHARACTERS, ALL_CHARACTERS / Math.max(1, exports.getAsInt()));
    return Math.clamp(most * page.size() / Math.max(1, characters), LEAST, MOST);
  }

  private static long length(Exchange exchange) {
    long question = exchange.question() == null ? 0 : exchange.question().text().length();
    // An answer's text is there twice: whole and in parts.
    long answer = exchange.answer() == null ? 0 : 2L * exchange.answer().text().length();
    return question + answer + AROUND;
  }
}
