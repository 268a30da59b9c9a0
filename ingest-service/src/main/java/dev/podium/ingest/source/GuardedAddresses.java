package dev.podium.ingest.source;

import dev.podium.kit.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Holds the addresses that a source declares to the guard. */
final class GuardedAddresses {

  private final SourceGuard guard;

  GuardedAddresses(SourceGuard guard) {
    this.guard = guard;
  }

  /** What speaks against fetching from the addresses of a source, by key. */
  List<Problem.Violation> objections(Source source) {
    Map<String, String> keys = new LinkedHashMap<>();
    source.listings().forEach(listing -> keys.putIfAbsent(listing.url(), "listings.url"));
    source.sitemaps().forEach(address -> keys.putIfAbsent(address, "sitemaps"));
    source.feeds().forEach(address -> keys.putIfAbsent(address, "feeds"));
    // Names are looked up, and many that nobody answers for take their time at once.
    try (ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Future<String>> answers = new LinkedHashMap<>();
      keys.keySet()
          .forEach(address -> answers.put(address, lookups.submit(() -> guard.objection(address))));
      List<Problem.Violation> objections = new ArrayList<>();
      for (Map.Entry<String, Future<String>> answer : answers.entrySet()) {
        String objection = answer(answer.getValue());
        if (objection != null) {
          objections.add(new Problem.Violation(keys.get(answer.getKey()), objection));
        }
      }
      return objections;
    }
  }

  private static String answer(Future<String> lookup) {
    try {
      return lookup.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "the check was interrupted";
    }
  }
}
