package dev.podium.index.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.index.document.ExchangeEntry;
import java.util.HashMap;
import java.util.Map;

/** Present revisions of one briefing, and their exchanges by id. */
final class Revisions {

  private final Map<Long, Briefing> briefings = new HashMap<>();
  private final Map<Long, Map<String, Exchange>> exchanges = new HashMap<>();

  void add(Briefing briefing) {
    briefings.put(briefing.version(), briefing);
    exchanges.remove(briefing.version());
  }

  /**
   * The revision of a version.
   *
   * @throws MissingHistoryException if it is not there
   */
  Briefing get(long version) {
    Briefing briefing = briefings.get(version);
    if (briefing == null) {
      throw new MissingHistoryException(version);
    }
    return briefing;
  }

  /** The text that an entry names, or null where the history does not have it. */
  Exchange text(ExchangeEntry entry) {
    return exchanges
        .computeIfAbsent(entry.version(), version -> byId(get(version)))
        .get(entry.id());
  }

  private static Map<String, Exchange> byId(Briefing briefing) {
    Map<String, Exchange> byId = new HashMap<>();
    briefing.exchanges().forEach(exchange -> byId.put(exchange.id(), exchange));
    return byId;
  }

  /** The commit mark names a revision that the history has not. */
  static final class MissingHistoryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingHistoryException(long version) {
      super("the history does not have the revision " + version + " that the briefing names");
    }
  }
}
