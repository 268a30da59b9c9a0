package dev.podium.ingest.outcome;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.event.MalformedEventException;
import dev.podium.contracts.identity.BriefingKey;
import dev.podium.contracts.identity.Versions;
import dev.podium.contracts.page.PageEvent;
import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.contracts.topic.Topics;
import dev.podium.ingest.archive.Outcomes.Outcome;
import dev.podium.ingest.archive.RevisionOutcome.Code;
import dev.podium.kit.record.RecordHeaders;
import dev.podium.kit.wording.Counted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads from a briefing or a dead letter what became of a page's revision. */
final class OutcomeReader {

  /**
   * The outcome that a record tells of; empty for one that tells of none.
   *
   * @throws MalformedEventException if the record is not what its topic promises
   */
  static Optional<Outcome> read(ConsumerRecord<String, byte[]> consumed) {
    Map<String, String> headers = RecordHeaders.read(consumed.headers());
    if (headers.containsKey(DeadLetterHeaders.REPLAYED)
        || headers.containsKey(DeadLetterHeaders.ERASED)) {
      return Optional.empty();
    }
    return switch (consumed.topic()) {
      case Topics.PAGES_DEAD_LETTERS -> Optional.of(unread(headers));
      case Topics.BRIEFINGS_DEAD_LETTERS -> Optional.of(notIndexed(consumed, headers));
      default -> consumed.value() == null ? Optional.empty() : Optional.of(briefing(consumed));
    };
  }

  /**
   * The briefing that a record tells of that it was indexed after all; empty for one that does not.
   *
   * @throws MalformedEventException if the record is not what its topic promises
   */
  static Optional<BriefingKey> mended(ConsumerRecord<String, byte[]> consumed) {
    boolean done =
        RecordHeaders.read(consumed.headers())
            .getOrDefault(DeadLetterHeaders.RESULT, "")
            .equals("done");
    return done && consumed.topic().equals(Topics.BRIEFINGS_DEAD_LETTERS)
        ? Optional.of(BriefingKey.parse(consumed.key()))
        : Optional.empty();
  }

  private static Outcome unread(Map<String, String> headers) {
    PageEvent page = PageEvent.fromHeaders(headers);
    return new Outcome(
        page.pageId(),
        page.revision(),
        Versions.of(page.fetchedAt(), 0),
        Code.DEAD_LETTER,
        "could not be read: " + headers.get(DeadLetterHeaders.TEXT),
        null);
  }

  private static Outcome notIndexed(
      ConsumerRecord<String, byte[]> consumed, Map<String, String> headers) {
    if (consumed.value() == null) {
      throw new MalformedEventException("a tombstone tells of no revision");
    }
    Briefing briefing = EventJson.read(consumed.value(), Briefing.class);
    String exchanges = headers.get(DeadLetterHeaders.EXCHANGES);
    String text = headers.get(DeadLetterHeaders.TEXT);
    return exchanges == null
        ? outcome(briefing, Code.DEAD_LETTER, "could not be indexed: " + text)
        : outcome(
            briefing, Code.INCOMPLETE, "exchanges " + exchanges + " could not be indexed: " + text);
  }

  private static Outcome briefing(ConsumerRecord<String, byte[]> consumed) {
    String type = RecordHeaders.read(consumed.headers()).get(CloudEvent.header("type"));
    if (type != null && !CloudEvent.BRIEFING_TYPE.equals(type)) {
      throw new MalformedEventException("header ce_type is " + type);
    }
    Briefing briefing = EventJson.read(consumed.value(), Briefing.class);
    if (briefing.wasErased()) {
      return outcome(briefing, Code.ERASED, briefing.rejection().text());
    }
    if (briefing.state() == Briefing.State.GONE) {
      return outcome(briefing, Code.GONE, "the page is gone");
    }
    return briefing.rejection() == null
        ? outcome(briefing, Code.BRIEFING, inWords(briefing))
        : outcome(briefing, Code.REJECTED, "no briefing: " + briefing.rejection().text());
  }

  private static Outcome outcome(Briefing briefing, Code code, String text) {
    if (briefing.id() == null || briefing.revision() == null) {
      throw new MalformedEventException("a briefing without id or revision");
    }
    return new Outcome(
        briefing.id(),
        briefing.revision().number(),
        briefing.version(),
        code,
        text,
        briefing.revision().charset());
  }

  private static String inWords(Briefing briefing) {
    List<Exchange> exchanges = briefing.exchanges();
    long questions = exchanges.stream().filter(e -> e.kind() == Exchange.Kind.QUESTION).count();
    return "a briefing of %s and %s, dated %s"
        .formatted(
            Counted.of(questions, "question"),
            Counted.of(exchanges.size() - questions, "statement"),
            briefing.date() == null ? "nowhere" : briefing.date());
  }

  private OutcomeReader() {}
}
