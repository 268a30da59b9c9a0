package dev.podium.ingest;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Rejection;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.BriefingKey;
import dev.podium.contracts.identity.Versions;
import dev.podium.contracts.page.PageEvent;
import dev.podium.contracts.topic.Topics;
import dev.podium.kit.record.RecordHeaders;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the parser makes of pages. */
public final class Briefings {

  /** The record that tells of a page; the rejection is null where the page is a briefing. */
  public static ProducerRecord<String, byte[]> told(PageEvent page, Rejection rejection) {
    Briefing briefing = of(page, rejection);
    return RecordHeaders.producerRecord(
        Topics.BRIEFINGS,
        new BriefingKey(briefing.id(), briefing.version()).toString(),
        EventJson.write(briefing),
        Map.of(CloudEvent.header("type"), CloudEvent.BRIEFING_TYPE));
  }

  /** A page as a briefing, or as none. */
  public static Briefing of(PageEvent page, Rejection rejection) {
    return new Briefing(
        page.pageId(),
        Versions.of(page.fetchedAt(), 7),
        Briefing.State.PRESENT,
        page.finalUrl(),
        page.source(),
        page.organisation(),
        page.series(),
        null,
        page.language(),
        null,
        null,
        page.timeZone(),
        null,
        null,
        List.of(),
        new Briefing.Revision(
            page.revision(), page.fetchedAt(), page.sha256(), "GB18030", null, page.finalUrl()),
        new Briefing.Parser(7, "generic"),
        1,
        List.of(),
        List.of(),
        rejection,
        List.of(),
        List.of(),
        List.of());
  }

  private Briefings() {}
}
