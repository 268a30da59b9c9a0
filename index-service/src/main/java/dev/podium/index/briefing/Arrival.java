package dev.podium.index.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.index.document.BriefingDocument;
import java.time.Instant;

/**
 * A revision of a briefing, as a record brings it.
 *
 * @param recordedAt the record's Kafka timestamp
 */
record Arrival(Briefing briefing, Instant recordedAt) {

  boolean present() {
    return briefing.state() == Briefing.State.PRESENT;
  }

  BriefingDocument.Revision revision() {
    return new BriefingDocument.Revision(briefing.version(), briefing.state());
  }
}
