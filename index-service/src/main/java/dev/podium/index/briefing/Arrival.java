package dev.podium.index.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.briefing.Suppression;
import dev.podium.index.document.BriefingDocument;
import java.time.Instant;
import java.util.List;

/**
 * A revision of a briefing, as a record brings it.
 *
 * @param recordedAt the record's Kafka timestamp
 */
record Arrival(Briefing briefing, Instant recordedAt) {

  boolean present() {
    return briefing.state() == Briefing.State.PRESENT;
  }

  /** The same without what was erased on demand. */
  Arrival without(List<Erased> erased) {
    return new Arrival(Suppression.without(briefing, erased), recordedAt);
  }

  BriefingDocument.Revision revision() {
    return new BriefingDocument.Revision(briefing.version(), briefing.state());
  }
}
