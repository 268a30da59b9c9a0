package dev.podium.parse.stream;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.BriefingJson;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.briefing.Suppression;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.event.MalformedEventException;
import dev.podium.contracts.identity.BriefingKey;
import dev.podium.contracts.page.PageEvent;
import dev.podium.contracts.topic.Limits;
import dev.podium.contracts.topic.Topics;
import dev.podium.kit.log.LogKeys;
import dev.podium.kit.record.RecordHeaders;
import dev.podium.kit.trace.RecordTracing;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.GoneBriefing;
import dev.podium.parse.briefing.PageFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Reads one record of the pages' topic as the record of its briefing. */
@ApplicationScoped
class PageRecordReader {

  private static final Logger LOG = Logger.getLogger(PageRecordReader.class);

  private final BriefingParser parser;
  private final ParseMetrics metrics;

  PageRecordReader(BriefingParser parser, ParseMetrics metrics) {
    this.parser = parser;
    this.metrics = metrics;
  }

  PageReading read(ConsumerRecord<String, byte[]> consumed) {
    return RecordTracing.within(consumed, "parse", () -> traced(consumed));
  }

  private PageReading traced(ConsumerRecord<String, byte[]> consumed) {
    try {
      PageEvent event = PageEvent.fromHeaders(RecordHeaders.read(consumed.headers()));
      if (consumed.key() == null) {
        return new PageReading.Unreadable("malformed-page", "the record has no key");
      }
      return read(PageFacts.of(consumed.key(), event), event, consumed.value());
    } catch (MalformedEventException e) {
      return new PageReading.Unreadable("malformed-page", e.getMessage());
    }
  }

  private PageReading read(PageFacts facts, PageEvent event, byte[] body) {
    return switch (event.state()) {
      case PRESENT -> present(facts, event, body);
      case GONE -> new PageReading.Read(record(GoneBriefing.of(facts), event));
      case ERASED -> erased(facts);
    };
  }

  /** ingest-service, which erases, also writes the briefings' tombstones. */
  private static PageReading erased(PageFacts facts) {
    MDC.put(LogKeys.BRIEFING, facts.pageId());
    LOG.info("the page is erased; there is nothing to read");
    MDC.remove(LogKeys.BRIEFING);
    return new PageReading.Ignored();
  }

  private PageReading present(PageFacts facts, PageEvent event, byte[] body) {
    if (body == null) {
      return new PageReading.Unreadable("malformed-page", "the page is present, but has no body");
    }
    if (body.length > Limits.BODY_BYTES) {
      return new PageReading.Unreadable(
          "body-too-large",
          "the body has " + body.length + " bytes; the limit is " + Limits.BODY_BYTES);
    }
    return parsed(facts, event, body);
  }

  // A page that the parser stumbles over must not stop the pages behind it.
  @SuppressWarnings("IllegalCatch")
  private PageReading parsed(PageFacts facts, PageEvent event, byte[] body) {
    try {
      Briefing briefing = metrics.timed(() -> parser.parse(body, facts));
      return sendable(record(suppressed(briefing, event.erased()), event));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.errorf(e, "the parser failed on %s", facts.url());
      return new PageReading.Unreadable("parser-failed", "the parser failed: " + e);
    }
  }

  /** Without what was erased on demand, where the page still says it. */
  private static Briefing suppressed(Briefing briefing, List<Erased> erased) {
    List<Erased> found =
        erased.stream().filter(one -> Suppression.concerns(briefing, List.of(one))).toList();
    return Suppression.without(briefing, found);
  }

  /** What no broker would take is let go at once, and does not wait for the rest of its batch. */
  private static PageReading sendable(ProducerRecord<String, byte[]> outgoing) {
    int length = outgoing.value().length;
    return length <= Limits.RECORD_BYTES
        ? new PageReading.Read(outgoing)
        : new PageReading.Unreadable(
            "briefing-too-large",
            "the briefing has " + length + " bytes; the limit is " + Limits.RECORD_BYTES);
  }

  private static ProducerRecord<String, byte[]> record(Briefing briefing, PageEvent event) {
    String key = new BriefingKey(briefing.id(), briefing.version()).toString();
    Map<String, String> headers =
        new CloudEvent(
                CloudEvent.BRIEFING_TYPE,
                CloudEvent.sourceOf(briefing.source()),
                briefing.id(),
                key,
                event.fetchedAt(),
                "application/json")
            .toHeaders();
    headers.put(CloudEvent.VERSION, Long.toString(briefing.version()));
    ProducerRecord<String, byte[]> outgoing =
        RecordHeaders.producerRecord(Topics.BRIEFINGS, key, BriefingJson.write(briefing), headers);
    RecordTracing.inject(outgoing.headers());
    return outgoing;
  }
}
