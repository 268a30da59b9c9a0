package dev.podium.index.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A generation as Elasticsearch has it: its indices, and the aliases that say what it is there for.
 *
 * @param indexes by kind; a kind that is missing is absent
 */
public record GenerationState(Generation generation, Map<Kind, IndexFacts> indexes) {

  /**
   * The alias of the generation that is to serve next, one at most: of a write index, since
   * Elasticsearch lets an alias have one only.
   */
  static final String NEXT = "indexes-next";

  /** The alias of a generation that publishes changes too, before it serves. */
  static final String HANDOVER = "indexes-handover";

  /** The alias of a generation for which the serving one waits, so that it is nowhere behind. */
  static final String HOLD = "indexes-hold";

  static final List<String> MARKS = List.of(NEXT, HANDOVER, HOLD);

  /** The index that bears the marks, the first that is made of a generation. */
  static final Kind BEARER = Kind.HISTORY;

  static final String NOTES = "changeover";
  static final String HIGHEST = "highest";

  private static final String SINCE = "startedAt";

  public GenerationState {
    indexes = Map.copyOf(indexes);
  }

  public int number() {
    return generation.number();
  }

  /** Whether readers see it. */
  public boolean serving() {
    return indexes.entrySet().stream()
        .anyMatch(index -> index.getValue().aliases().contains(index.getKey().alias()));
  }

  /** Whether it is on its way to serve. */
  public boolean next() {
    return marked(NEXT);
  }

  /** Whether it publishes changes already, before it serves. */
  public boolean handover() {
    return marked(HANDOVER);
  }

  /** Whether the serving one waits for it. */
  public boolean holding() {
    return marked(HOLD);
  }

  /**
   * Whether what is indexed into it is told to readers of changes. One that has to serve before it
   * has caught up, because all others are lost, wakes nobody.
   */
  public boolean publishes() {
    return handover() || (serving() && !next());
  }

  /**
   * Since when it has to serve before it has caught up; empty where it does not. What is refused of
   * records from before that was told by those that are lost.
   */
  public Optional<Instant> recoveringSince() {
    String since = notes().path(SINCE).asText();
    return serving() && next() && !since.isEmpty()
        ? Optional.of(Instant.parse(since))
        : Optional.empty();
  }

  /** Whether all its indices are there. */
  public boolean complete() {
    return indexes.size() == Kind.values().length;
  }

  /**
   * Which index is written to, and what it was made with, for people.
   *
   * @param own the alias that it is written by
   */
  public String describe(String own) {
    return indexes.entrySet().stream()
        .filter(index -> generation.own(index.getKey()).equals(own))
        .map(Map.Entry::getValue)
        .map(index -> index.name() + " has definition " + index.definition())
        .findFirst()
        .orElse(own + " is not there");
  }

  /** What is noted of its way to serve; missing if nothing is. */
  public JsonNode notes() {
    return bearer().metadata().path(NOTES);
  }

  /** The highest number that a generation had, as far as it is noted here. */
  int highest() {
    return Math.max(number(), bearer().metadata().path(HIGHEST).asInt());
  }

  boolean marked(String alias) {
    return bearer().aliases().contains(alias);
  }

  private IndexFacts bearer() {
    return indexes.getOrDefault(BEARER, IndexFacts.NONE);
  }
}
