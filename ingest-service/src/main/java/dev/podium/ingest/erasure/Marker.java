package dev.podium.ingest.erasure;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.BriefingJson;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.briefing.Rejection;
import dev.podium.contracts.briefing.Suppression;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.identity.BriefingKey;
import dev.podium.contracts.identity.Versions;
import dev.podium.contracts.page.PageEvent;
import dev.podium.contracts.topic.Topics;
import dev.podium.ingest.archive.Erasure;
import dev.podium.kit.record.RecordHeaders;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The record that stays in the topic of briefings behind the tombstones of an erased page, and says
 * to readers who come later that it was erased.
 */
final class Marker {

  private static final int NO_PARSER = 0;

  /**
   * The record.
   *
   * @param page the event of the page's last revision
   * @param suppressed exchanges that were taken out before, under erasures of their own
   */
  static ProducerRecord<String, byte[]> of(
      Erasure erasure, String url, PageEvent page, List<Erased> suppressed) {
    Briefing marker = briefing(erasure, url, page, suppressed);
    String key = new BriefingKey(marker.id(), marker.version()).toString();
    Map<String, String> headers =
        new CloudEvent(
                CloudEvent.BRIEFING_TYPE,
                CloudEvent.sourceOf(page.source()),
                marker.id(),
                key,
                page.fetchedAt(),
                "application/json")
            .toHeaders();
    headers.put(CloudEvent.VERSION, Long.toString(marker.version()));
    return RecordHeaders.producerRecord(Topics.BRIEFINGS, key, BriefingJson.write(marker), headers);
  }

  private static Briefing briefing(
      Erasure erasure, String url, PageEvent page, List<Erased> suppressed) {
    Erased whole = erasure.erased();
    List<Erased> exchanges =
        erasure.exchanges().stream()
            .map(id -> new Erased(whole.erasure(), whole.reason(), whole.at(), id))
            .toList();
    Briefing plain =
        new Briefing(
            page.pageId(),
            Versions.of(page.fetchedAt(), NO_PARSER),
            Briefing.State.GONE,
            url,
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
            new Briefing.Revision(page.revision(), page.fetchedAt(), null, null, null, url),
            new Briefing.Parser(NO_PARSER, null),
            0,
            List.of(),
            List.of(),
            new Rejection(
                Rejection.ERASED,
                "erased on demand, for the reason " + whole.reason() + ": " + whole.erasure()),
            List.of(),
            List.of(),
            List.of());
    return plain.with(
        List.of(),
        List.of(),
        Suppression.together(suppressed, Suppression.together(List.of(whole), exchanges)));
  }

  private Marker() {}
}
