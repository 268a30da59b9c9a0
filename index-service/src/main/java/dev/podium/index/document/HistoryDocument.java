package dev.podium.index.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A document of the index of the past: one revision of a briefing without its exchanges, or of one
 * exchange. It is written once and never changes.
 *
 * @param id of the briefing or the exchange
 * @param recordedAt the Kafka timestamp of the briefing record
 * @param exchange null for a briefing
 * @param exchanges ids in reading order; null for an exchange
 * @param briefing without exchanges; null for an exchange
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryDocument(
    String id,
    String briefingId,
    Type type,
    long version,
    @UtcMillis Instant fetchedAt,
    @UtcMillis Instant recordedAt,
    Exchange exchange,
    List<String> exchanges,
    Briefing briefing) {

  /** Of what it is a revision. */
  public enum Type {
    @JsonProperty("exchange")
    EXCHANGE,
    @JsonProperty("revision")
    REVISION
  }

  /** The documents of one revision: the briefing first, then its exchanges in reading order. */
  public static List<HistoryDocument> of(Briefing briefing, Instant recordedAt) {
    HistoryDocument revision =
        new HistoryDocument(
            briefing.id(),
            briefing.id(),
            Type.REVISION,
            briefing.version(),
            briefing.revision().fetchedAt(),
            recordedAt,
            null,
            briefing.exchanges().stream().map(Exchange::id).toList(),
            Briefings.with(briefing, List.of()));
    return Stream.concat(
            Stream.of(revision),
            briefing.exchanges().stream().map(e -> ofExchange(e, briefing, recordedAt)))
        .toList();
  }

  private static HistoryDocument ofExchange(
      Exchange exchange, Briefing briefing, Instant recordedAt) {
    return new HistoryDocument(
        exchange.id(),
        briefing.id(),
        Type.EXCHANGE,
        briefing.version(),
        briefing.revision().fetchedAt(),
        recordedAt,
        exchange,
        null,
        null);
  }

  /** The same document with another briefing in it. */
  public HistoryDocument with(Briefing other) {
    return new HistoryDocument(
        id, briefingId, type, version, fetchedAt, recordedAt, exchange, exchanges, other);
  }

  /** The document's id in the index. */
  public String documentId() {
    return documentId(id, version);
  }

  /** The id in the index of a revision of a briefing or an exchange. */
  public static String documentId(String id, long version) {
    return id + '-' + version;
  }

  /** The version in the id of a document in the index. */
  public static long versionOf(String documentId) {
    return Long.parseLong(documentId.substring(documentId.lastIndexOf('-') + 1));
  }
}
