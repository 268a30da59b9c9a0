package dev.podium.gateway.token;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;

/**
 * Remembers for a while what could not be read. Whoever asks for it waits until that has failed,
 * one after the other; with the provider away, tokens that anybody can make up must not form a
 * queue.
 */
final class RememberingGet implements SimpleGet {

  private static final long NANOS = 10_000_000_000L;

  private final SimpleGet get;
  private final LongSupplier nanoTime;
  private final Map<String, Failure> failures = new ConcurrentHashMap<>();

  /** Asks with another one, where that has not failed a moment ago. */
  RememberingGet(SimpleGet get, LongSupplier nanoTime) {
    this.get = get;
    this.nanoTime = nanoTime;
  }

  private record Failure(long at, String reason) {}

  @Override
  public SimpleResponse get(String location) throws IOException {
    Failure last = failures.get(location);
    if (last != null && nanoTime.getAsLong() - last.at() < NANOS) {
      throw new IOException(last.reason() + " (a moment ago)");
    }
    try {
      SimpleResponse response = get.get(location);
      failures.remove(location);
      return response;
    } catch (IOException e) {
      failures.put(location, new Failure(nanoTime.getAsLong(), e.getMessage()));
      throw e;
    }
  }
}
