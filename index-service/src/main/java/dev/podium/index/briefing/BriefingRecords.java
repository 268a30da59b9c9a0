package dev.podium.index.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.event.MalformedEventException;
import dev.podium.contracts.identity.BriefingKey;
import dev.podium.contracts.identity.Versions;
import dev.podium.kit.record.RecordHeaders;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records of {@code briefing.briefings.v1}, and holds them to the contract. */
final class BriefingRecords {

  private static final int LAST_YEAR = 9999;
  private static final Pattern ID = Pattern.compile("[a-z2-7]{16}");

  /**
   * Reads a record that has a value.
   *
   * @throws MalformedEventException if it does not keep to the contract; the message says where
   */
  static Arrival read(ConsumerRecord<String, byte[]> consumed) {
    CloudEvent.fromHeaders(RecordHeaders.read(consumed.headers()), CloudEvent.BRIEFING_TYPE);
    Briefing briefing = EventJson.read(consumed.value(), Briefing.class);
    checkKey(BriefingKey.parse(consumed.key()), briefing);
    check(briefing);
    Set<String> ids = new HashSet<>();
    for (Exchange exchange : briefing.exchanges()) {
      check(exchange);
      require(ids.add(exchange.id()), "two exchanges have the id " + exchange.id());
    }
    return new Arrival(briefing, Instant.ofEpochMilli(consumed.timestamp()));
  }

  private static void checkKey(BriefingKey key, Briefing briefing) {
    require(
        key.briefingId().equals(briefing.id()) && key.version() == briefing.version(),
        "the key is " + key + ", the value " + briefing.id() + '/' + briefing.version());
  }

  private static void check(Briefing briefing) {
    require(briefing.id() != null && ID.matcher(briefing.id()).matches(), "no id of a briefing");
    require(briefing.state() != null, "state is missing");
    require(briefing.source() != null, "source is missing");
    require(briefing.url() != null, "url is missing");
    require(
        briefing.revision() != null && briefing.revision().fetchedAt() != null,
        "revision.fetchedAt is missing");
    require(
        Versions.fetchedAt(briefing.version()).equals(briefing.revision().fetchedAt()),
        "version " + briefing.version() + " is not of " + briefing.revision().fetchedAt());
    checkErased(briefing);
    checkDay("date", briefing.date());
    checkDay("publishedOn", briefing.publishedOn());
  }

  private static void checkErased(Briefing briefing) {
    for (Erased one : briefing.erased()) {
      require(one.erasure() != null, "erased: erasure is missing");
      require(one.at() != null, "erased: at is missing");
      require(
          one.exchangeId() == null ? briefing.wasErased() : ID.matcher(one.exchangeId()).matches(),
          "erased: no id of an exchange");
      checkDay("erased.at", LocalDate.ofInstant(one.at(), ZoneOffset.UTC));
    }
    require(
        briefing.state() != Briefing.State.GONE || briefing.exchanges().isEmpty(),
        "it is gone and has exchanges");
  }

  // Only the briefing's own document has some days, and it is written when the rest is there.
  private static void checkDay(String field, LocalDate day) {
    require(
        day == null || (day.getYear() >= 0 && day.getYear() <= LAST_YEAR),
        field + " has no year of four digits: " + day);
  }

  private static void check(Exchange exchange) {
    require(exchange.id() != null && ID.matcher(exchange.id()).matches(), "no id of an exchange");
    require(exchange.kind() != null, "exchange " + exchange.id() + ": kind is missing");
    require(
        exchange.question() == null || exchange.question().asker() != null,
        "exchange " + exchange.id() + ": question.asker is missing");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new MalformedEventException(otherwise);
    }
  }

  private BriefingRecords() {}
}
