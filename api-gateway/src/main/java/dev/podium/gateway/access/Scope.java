package dev.podium.gateway.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do; each scope includes those before it. */
public enum Scope {
  /** Searches, briefings, exchanges and whatever else is published. */
  READ,

  /** Sends pages, keeps alerts. */
  WRITE,

  /** Runs the service: keys, sources, crawls, replays, indices, dead letters, erasures. */
  ADMIN;

  /** As it is written in requests and answers: {@code read}, {@code write}, {@code admin}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether whoever has this one may do what the other one allows. */
  public boolean includes(Scope other) {
    return compareTo(other) >= 0;
  }

  /** The texts of this one and of all that it includes. */
  public List<String> included() {
    return Arrays.stream(values()).filter(this::includes).map(Scope::text).toList();
  }

  /** The scope with a text, or empty. */
  public static Optional<Scope> of(String text) {
    return Arrays.stream(values()).filter(scope -> scope.text().equals(text)).findFirst();
  }
}
