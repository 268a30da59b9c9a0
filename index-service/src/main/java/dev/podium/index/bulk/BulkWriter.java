package dev.podium.index.bulk;

import dev.podium.kit.drain.Drain;
import dev.podium.kit.record.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Writes documents, as many and as large requests at once in each index as Elasticsearch answers
 * promptly, each document with an outcome of its own. What may pass is tried again a few times, and
 * only that.
 */
@ApplicationScoped
public class BulkWriter {

  private final BulkTransport transport;
  private final BulkSettings settings;
  private final Backoff backoff;
  private final Drain drain;
  private final MeterRegistry registry;
  private final Map<String, BulkPace> paces = new ConcurrentHashMap<>();
  private final ExecutorService threads;

  BulkWriter(
      BulkTransport transport,
      BulkSettings settings,
      Drain drain,
      @VirtualThreads ExecutorService threads,
      MeterRegistry registry) {
    this.transport = transport;
    this.settings = settings;
    this.backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff());
    this.drain = drain;
    this.registry = registry;
    this.threads = threads;
  }

  /**
   * Writes documents and waits.
   *
   * @param items of one index
   * @return an outcome for each, in the same order
   */
  public List<BulkOutcome> write(List<BulkItem> items) {
    List<BulkOutcome> outcomes = new ArrayList<>(Collections.nCopies(items.size(), null));
    List<Integer> pending = IntStream.range(0, items.size()).boxed().toList();
    for (int attempt = 1; !pending.isEmpty(); attempt++) {
      send(items, pending, outcomes);
      pending = pending.stream().filter(i -> outcomes.get(i) instanceof BulkOutcome.Retry).toList();
      if (pending.isEmpty() || attempt >= settings.attempts()) {
        break;
      }
      registry.counter("podium.index.bulk.retries").increment(pending.size());
      if (drain.await(backoff.after(attempt, ThreadLocalRandom.current()))) {
        break;
      }
    }
    count(outcomes);
    return outcomes;
  }

  private void send(List<BulkItem> items, List<Integer> pending, List<BulkOutcome> outcomes) {
    BulkPace pace = paces.computeIfAbsent(items.getFirst().index(), this::pace);
    List<Integer> left = pending;
    while (!left.isEmpty()) {
      List<List<Integer>> requests =
          BulkRequests.cut(items, left, pace.bytes(), settings.requestDocuments());
      int together = Math.min(requests.size(), pace.concurrency());
      sendTogether(pace, items, requests.subList(0, together), outcomes);
      int sent = requests.subList(0, together).stream().mapToInt(List::size).sum();
      left = left.subList(sent, left.size());
    }
  }

  private BulkPace pace(String index) {
    BulkPace pace =
        new BulkPace(
            settings.requestSize().asLongValue(), settings.concurrency(), settings.prompt());
    Tags tags = Tags.of("index", index);
    registry.gauge("podium.index.bulk.request.bytes", tags, pace, BulkPace::bytes);
    registry.gauge("podium.index.bulk.concurrency", tags, pace, BulkPace::concurrency);
    return pace;
  }

  /** Documents of one call do not depend on each other, so that their order does not matter. */
  private void sendTogether(
      BulkPace pace,
      List<BulkItem> items,
      List<List<Integer>> requests,
      List<BulkOutcome> outcomes) {
    List<CompletableFuture<List<BulkOutcome>>> answers = new ArrayList<>();
    for (List<Integer> request : requests) {
      List<BulkItem> documents = request.stream().map(items::get).toList();
      answers.add(CompletableFuture.supplyAsync(() -> paced(pace, documents), threads));
    }
    for (int i = 0; i < requests.size(); i++) {
      List<Integer> request = requests.get(i);
      List<BulkOutcome> answer = answers.get(i).join();
      for (int j = 0; j < request.size(); j++) {
        outcomes.set(request.get(j), answer.get(j));
      }
    }
  }

  private List<BulkOutcome> paced(BulkPace pace, List<BulkItem> request) {
    try {
      pace.begin();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Collections.nCopies(request.size(), new BulkOutcome.Retry("interrupted"));
    }
    long start = System.nanoTime();
    boolean pushedBack = true;
    try {
      List<BulkOutcome> outcomes = answers(request);
      pushedBack = outcomes.stream().anyMatch(BulkOutcome.Retry.class::isInstance);
      return outcomes;
    } finally {
      pace.answered(Duration.ofNanos(System.nanoTime() - start), pushedBack);
    }
  }

  /** A request that is refused as a whole is halved until the document at fault is alone. */
  private List<BulkOutcome> answers(List<BulkItem> request) {
    try {
      return registry.timer("podium.index.bulk").record(() -> transport.send(request));
    } catch (BulkTransport.RefusedException e) {
      if (request.size() == 1) {
        return List.of(new BulkOutcome.Rejected(e.getMessage()));
      }
      int half = request.size() / 2;
      List<BulkOutcome> halves = new ArrayList<>(answers(request.subList(0, half)));
      halves.addAll(answers(request.subList(half, request.size())));
      return halves;
    }
  }

  private void count(List<BulkOutcome> outcomes) {
    for (BulkOutcome outcome : outcomes) {
      String name =
          switch (outcome) {
            case BulkOutcome.Done() -> "done";
            case BulkOutcome.Conflict() -> "conflict";
            case BulkOutcome.Retry(String reason) -> "retry";
            case BulkOutcome.Rejected(String reason) -> "rejected";
          };
      registry.counter("podium.index.bulk.documents", "outcome", name).increment();
    }
  }
}
