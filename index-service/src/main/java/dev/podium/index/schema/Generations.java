package dev.podium.index.schema;

import java.util.List;
import java.util.Optional;

/**
 * All generations that are there, at one time.
 *
 * @param all lowest number first
 */
public record Generations(List<GenerationState> all) {

  public static final Generations NONE = new Generations(List.of());

  public Generations {
    all = List.copyOf(all);
  }

  /** The one that readers see; empty as long as there is none. */
  public Optional<GenerationState> serving() {
    return all.stream().filter(GenerationState::serving).findFirst();
  }

  /** The one that is on its way to serve. */
  public Optional<GenerationState> next() {
    return all.stream().filter(GenerationState::next).findFirst();
  }

  public Optional<GenerationState> get(int number) {
    return all.stream().filter(state -> state.number() == number).findFirst();
  }

  /** Whether a generation has to wait, since it serves and another is about to take its place. */
  public boolean holds(int number) {
    return next().filter(GenerationState::holding).filter(next -> !next.serving()).isPresent()
        && get(number).filter(GenerationState::serving).isPresent();
  }

  /** The highest number that a generation has or had, as far as it is known. */
  public int highest() {
    return all.stream().mapToInt(GenerationState::highest).max().orElse(0);
  }
}
