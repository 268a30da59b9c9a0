package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.contracts.topic.Topics;
import dev.podium.index.Documents;
import dev.podium.index.Eventually;
import dev.podium.index.IndexTest;
import dev.podium.index.Sample;
import dev.podium.index.TestElasticsearch;
import dev.podium.index.Topic;
import dev.podium.kit.record.RecordHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@IndexTest
class IndexingIT {

  private static final String QUESTION = "Que pense le ministère de la situation en Thaïlande ?";
  private static final String OTHER = "Quand le président se rendra-t-il au Brésil ?";

  private final String page = UUID.randomUUID().toString();

  @BeforeAll
  static void elasticsearchRuns() {
    TestElasticsearch.running();
  }

  @Test
  void aBriefingIsFoundByItsWords() {
    Briefing briefing =
        page(0).title("Conférence " + page).asked(QUESTION, "Réponse " + page + ".").present();

    Topic.publish(List.of(briefing));

    awaitMark(briefing);
    String id = briefing.exchanges().getFirst().id();
    assertThat(found(id, "thailande")).isOne();
    assertThat(found(id, "Brésil")).isZero();
    JsonNode document = Documents.get("exchanges", id);
    assertThat(document.path("status").asText()).isEqualTo("live");
    assertThat(document.path("briefing").path("date").asText()).isEqualTo("2026-03-13");
    assertThat(document.path("exchange").path("id").asText()).isEqualTo(id);
    assertThat(Documents.get("history", id + "-" + briefing.version()).isMissingNode()).isFalse();
    assertThat(stored(briefing)).isEqualTo(briefing);
  }

  @Test
  void aNewRevisionIsComparedWithTheOldOne() {
    Briefing first = page(0).asked(QUESTION, "Nous suivons.").asked(OTHER, "Bientôt.").present();
    Briefing second =
        page(5).asked(QUESTION, "Pas de commentaire.").asked("Et le Laos ?", "Rien.").present();

    Topic.publish(List.of(first, second));

    awaitMark(second);
    assertThat(kinds(first)).containsExactly("added", "added", "edited", "added", "withdrawn");
    assertThat(status(first, 0)).isEqualTo("live");
    assertThat(status(first, 1)).isEqualTo("withdrawn");
    assertThat(status(second, 1)).isEqualTo("live");
  }

  @Test
  void repeatsLeaveTheSameDocumentsAndChanges() {
    Briefing first = page(0).asked(QUESTION, "Nous suivons.").asked(OTHER, "Oui.").present();
    Briefing second = page(5).asked(QUESTION, "Rien.").present();
    Topic.publish(List.of(first, second));
    awaitMark(second);
    JsonNode withdrawn = Documents.get("exchanges", first.exchanges().get(1).id());
    List<String> ids = changes(first).stream().map(Change::id).toList();

    Topic.publish(List.of(first, second, first, second, first, second));

    Topic.awaitConsumed();
    assertThat(Documents.get("exchanges", first.exchanges().get(1).id())).isEqualTo(withdrawn);
    assertThat(status(first, 0)).isEqualTo("live");
    assertThat(changes(first)).extracting(Change::id).hasSameElementsAs(ids);
  }

  @Test
  void anOlderRevisionThatComesLateAddsOnlyHistory() {
    Briefing first = page(0).asked(QUESTION, "Nous suivons.").asked(OTHER, "Oui.").present();
    Briefing second = page(5).asked(QUESTION, "Rien.").present();
    Topic.publish(List.of(second));
    awaitMark(second);

    Topic.publish(List.of(first));

    Eventually.holds(() -> assertThat(status(first, 1)).isEqualTo("withdrawn"));
    Topic.awaitConsumed();
    assertThat(kinds(first)).containsExactly("added");
    assertThat(stored(second)).isEqualTo(second);
    String id = first.exchanges().getFirst().id();
    assertThat(Documents.get("history", id + "-" + first.version()).isMissingNode()).isFalse();
    assertThat(Documents.get("exchanges", id).path("answer").path("fr").asText())
        .isEqualTo("Rien.");
  }

  @Test
  void aPageThatIsNoBriefingWithdrawsNothing() {
    Briefing first = page(0).asked(QUESTION, "Nous suivons.").present();
    Briefing notice = Sample.rejected(page(5).present());
    Topic.publish(List.of(first, notice));

    awaitMark(first);
    Topic.awaitConsumed();

    assertThat(status(first, 0)).isEqualTo("live");
    assertThat(Documents.get("briefings", first.id()).path("version").asLong())
        .isEqualTo(first.version());
  }

  @Test
  void garbageIsADeadLetterAndTheNextRecordFlows() {
    Briefing next = page(0).asked(QUESTION, "Nous suivons.").present();
    String key = next.id() + "/1";
    ProducerRecord<String, byte[]> garbage =
        RecordHeaders.producerRecord(
            Topics.BRIEFINGS,
            key,
            "{\"id\":".getBytes(StandardCharsets.UTF_8),
            new CloudEvent(
                    CloudEvent.BRIEFING_TYPE,
                    "/sources/x",
                    next.id(),
                    key,
                    Sample.FIRST,
                    "application/json")
                .toHeaders());

    Topic.write(List.of(garbage, Topic.toRecord(next)));

    awaitMark(next);
    Map<String, String> letter = deadLetter(key);
    assertThat(letter).containsEntry(DeadLetterHeaders.CODE, "malformed-briefing");
    assertThat(letter.get(DeadLetterHeaders.TEXT)).contains("not a Briefing");
  }

  @Test
  void aBriefingThatElasticsearchRefusesIsADeadLetterAndTheNextFlows() {
    Briefing bad = page(0).spokesperson("x".repeat(40_000)).asked(QUESTION, "Oui.").present();
    Briefing next = page(5).asked(QUESTION, "Oui.").present();

    Topic.publish(List.of(bad, next));

    awaitMark(next);
    Map<String, String> letter = deadLetter(bad.id() + '/' + bad.version());
    assertThat(letter).containsEntry(DeadLetterHeaders.CODE, "briefing-not-indexable");
    assertThat(letter.get(DeadLetterHeaders.TEXT)).contains("spokespersons");
  }

  @Test
  void anExchangeThatElasticsearchRefusesStaysOutAlone() {
    Briefing briefing =
        page(0).asked(QUESTION, "Oui.").outlet("x".repeat(40_000)).asked(OTHER, "Non.").present();

    Topic.publish(List.of(briefing));

    awaitMark(briefing);
    String bad = briefing.exchanges().get(1).id();
    assertThat(status(briefing, 0)).isEqualTo("live");
    assertThat(Documents.get("exchanges", bad).isMissingNode()).isTrue();
    assertThat(Documents.get("briefings", briefing.id()).path("incomplete").path(0).asText())
        .isEqualTo(bad);
    Map<String, String> letter = deadLetter(briefing.id() + '/' + briefing.version());
    assertThat(letter).containsEntry(DeadLetterHeaders.CODE, "exchange-not-indexable");
    assertThat(letter).containsEntry(DeadLetterHeaders.EXCHANGES, bad);
    assertThat(letter.get(DeadLetterHeaders.TEXT)).contains("outlets");
  }

  @Test
  void aTombstoneIsPassedOver() {
    Briefing briefing = page(0).asked(QUESTION, "Oui.").present();
    Topic.publish(List.of(briefing));
    awaitMark(briefing);

    Topic.write(
        List.of(
            new ProducerRecord<>(
                Topics.BRIEFINGS, briefing.id() + '/' + briefing.version(), null)));

    Topic.awaitConsumed();
    assertThat(status(briefing, 0)).isEqualTo("live");
    assertThat(Topic.read(Topics.BRIEFINGS_DEAD_LETTERS))
        .noneMatch(r -> r.key().startsWith(briefing.id()));
  }

  private Sample page(int minute) {
    return Sample.page(page).minute(minute);
  }

  private static void awaitMark(Briefing briefing) {
    Eventually.holds(
        () ->
            assertThat(Documents.get("briefings", briefing.id()).path("version").asLong())
                .isEqualTo(briefing.version()));
  }

  private static long found(String id, String words) {
    return Documents.count(
        "exchanges",
        """
        {"bool": {"filter": [{"term": {"id": "%s"}}],
          "must": [{"multi_match": {"query": "%s", "fields": ["question.*", "answer.*"]}}]}}"""
            .formatted(id, words));
  }

  private static String status(Briefing briefing, int position) {
    return Documents.get("exchanges", briefing.exchanges().get(position).id())
        .path("status")
        .asText();
  }

  private static Briefing stored(Briefing briefing) {
    JsonNode document = Documents.get("briefings", briefing.id());
    return EventJson.MAPPER.convertValue(document.path("briefing"), Briefing.class);
  }

  private static List<Change> changes(Briefing briefing) {
    return Topic.read(Topics.CHANGES, briefing.id()).stream()
        .map(r -> EventJson.read(r.value(), Change.class))
        .toList();
  }

  private static List<String> kinds(Briefing briefing) {
    return changes(briefing).stream().map(change -> change.kind().code()).toList();
  }

  private static Map<String, String> deadLetter(String key) {
    Eventually.holds(() -> assertThat(Topic.read(Topics.BRIEFINGS_DEAD_LETTERS, key)).isNotEmpty());
    return RecordHeaders.read(Topic.read(Topics.BRIEFINGS_DEAD_LETTERS, key).getFirst().headers());
  }
}
