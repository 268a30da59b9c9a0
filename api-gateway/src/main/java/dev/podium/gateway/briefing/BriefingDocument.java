package dev.podium.gateway.briefing;

import dev.podium.contracts.briefing.Briefing;
import java.util.List;

/**
 * A briefing as the index holds it.
 *
 * @param contentVersion of what {@code briefing} holds; null where nothing but its being gone is
 *     known
 * @param briefing its last content
 */
public record BriefingDocument(
    Long contentVersion,
    Briefing.State state,
    int exchangeCount,
    int questionCount,
    List<String> incomplete,
    Briefing briefing) {

  /** The parts of a document that are read. */
  static final List<String> FIELDS =
      List.of(
          "contentVersion", "state", "exchangeCount", "questionCount", "incomplete", "briefing");

  public BriefingDocument {
    incomplete = incomplete == null ? List.of() : List.copyOf(incomplete);
  }
}
