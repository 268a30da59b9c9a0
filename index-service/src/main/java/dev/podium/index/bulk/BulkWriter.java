package dev.podium.index.bulk;

import dev.podium.kit.drain.Drain;
import dev.podium.kit.record.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Writes documents: in requests of a bounded size, one after the other, each document with an
 * outcome of its own. What may pass is tried again a few times, and only that.
 */
@ApplicationScoped
public class BulkWriter {

  private final BulkTransport transport;
  private final BulkSettings settings;
  private final Backoff backoff;
  private final Drain drain;
  private final MeterRegistry registry;

  BulkWriter(BulkTransport transport, BulkSettings settings, Drain drain, MeterRegistry registry) {
    this.transport = transport;
    this.settings = settings;
    this.backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff());
    this.drain = drain;
    this.registry = registry;
  }

  /** Writes documents and waits; an outcome for each, in the same order. */
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
    long bytes = settings.requestSize().asLongValue();
    for (List<Integer> request :
        BulkRequests.cut(items, pending, bytes, settings.requestDocuments())) {
      List<BulkOutcome> answers = answers(request.stream().map(items::get).toList());
      for (int i = 0; i < request.size(); i++) {
        outcomes.set(request.get(i), answers.get(i));
      }
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
