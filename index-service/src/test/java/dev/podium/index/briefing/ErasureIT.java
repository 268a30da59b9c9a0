package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.briefing.Suppression;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.topic.Topics;
import dev.podium.index.Documents;
import dev.podium.index.Erasing;
import dev.podium.index.Eventually;
import dev.podium.index.IndexTest;
import dev.podium.index.Sample;
import dev.podium.index.TestElasticsearch;
import dev.podium.index.Topic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is erased on demand leaves the index, and nothing brings it back. */
@IndexTest
class ErasureIT {

  private static final String SECRET = "Que faisait monsieur Zymbolis ce soir-là ?";
  private static final String OTHER = "Quand le président se rendra-t-il au Brésil ?";
  private static final String ERASURE = "q".repeat(16);
  private static final Instant AT = Instant.parse("2026-04-01T10:00:00.123Z");

  private final String page = UUID.randomUUID().toString();

  @BeforeAll
  static void elasticsearchRuns() {
    TestElasticsearch.running();
  }

  @Test
  void anErasedPageIsAStubThatNoRecordFills() {
    Briefing first = page(0).asked(SECRET, "Rien du tout.").asked(OTHER, "Bientôt.").present();
    Briefing second = page(5).asked(SECRET, "Il dormait.").present();
    Topic.publish(List.of(first, second));
    awaitVersion(second.id(), second.version());
    Briefing marker = Erasing.marker(second, ERASURE, AT, ids(first));

    Topic.write(
        List.of(Erasing.tombstone(first), Erasing.tombstone(second), Topic.toRecord(marker)));
    awaitVersion(second.id(), marker.version());
    Briefing late = page(9).asked(SECRET, "Zymbolis encore.").present();
    Topic.publish(List.of(first, late, marker, second));
    Topic.awaitConsumed();

    assertThat(Documents.ofPage(second.id())).doesNotContain("Zymbolis", "Bientôt", "dormait");
    JsonNode stub = Documents.get("briefings", second.id());
    assertThat(stub.has("contentVersion")).isFalse();
    assertThat(stub.at("/briefing/erased/0/erasure").asText()).isEqualTo(ERASURE);
    assertThat(Documents.count("history", term("briefingId", second.id()))).isZero();
    for (String id : ids(first)) {
      JsonNode exchange = Documents.get("exchanges", id);
      assertThat(exchange.path("status").asText()).isEqualTo("erased");
      assertThat(exchange.at("/exchange/erased/reason").asText()).isEqualTo("privacy");
    }
    assertThat(Documents.get("exchanges", late.exchanges().getFirst().id()).path("status").asText())
        .isEqualTo("erased");
    List<Change> erased = erasedChanges(second.id());
    assertThat(erased).extracting(Change::exchangeId).containsOnlyNulls();
    assertThat(erased).extracting(Change::id).containsOnly(erased.getFirst().id());
    assertThat(erased.getFirst().recordedAt()).isEqualTo(AT);
  }

  @Test
  void aMarkerThatComesBeforeAllElseWins() {
    Briefing briefing = page(0).asked(SECRET, "Rien.").present();

    Topic.publish(List.of(Erasing.marker(briefing, ERASURE, AT, ids(briefing)), briefing));

    Topic.awaitConsumed();
    assertThat(Documents.ofPage(briefing.id())).doesNotContain("Zymbolis");
    assertThat(Documents.get("exchanges", ids(briefing).getFirst()).path("status").asText())
        .isEqualTo("erased");
  }

  @Test
  void aSuppressedExchangeLeavesEveryRevisionAndTheOthersStay() {
    Briefing first = page(0).asked(SECRET, "Rien.").asked(OTHER, "Bientôt.").present();
    Briefing second = page(5).asked(OTHER, "En mai.").asked(SECRET, "Il dormait.").present();
    Topic.publish(List.of(first, second));
    awaitVersion(second.id(), second.version());
    String out = first.exchanges().getFirst().id();
    String kept = first.exchanges().get(1).id();
    List<Erased> erased = List.of(new Erased(ERASURE, "court-order", AT, out));

    Topic.publish(List.of(Suppression.without(first, erased), Suppression.without(second, erased)));
    Eventually.holds(
        () ->
            assertThat(Documents.get("exchanges", out).path("status").asText())
                .isEqualTo("erased"));
    Briefing third = page(9).asked(SECRET, "Zymbolis !").asked(OTHER, "En juin.").present();
    Topic.publish(List.of(first, third, second));
    awaitVersion(third.id(), third.version());
    Topic.awaitConsumed();

    assertThat(Documents.ofPage(first.id()))
        .doesNotContain("Zymbolis", "dormait")
        .contains("En juin.");
    JsonNode live = Documents.get("exchanges", kept);
    assertThat(live.path("status").asText()).isEqualTo("live");
    assertThat(Documents.get("history", kept + "-" + first.version()).isMissingNode()).isFalse();
    assertThat(Documents.get("history", out + "-" + first.version()).isMissingNode()).isTrue();
    assertThat(Documents.get("history", out + "-" + third.version()).isMissingNode()).isTrue();
    JsonNode mark = Documents.get("briefings", first.id());
    assertThat(mark.path("exchanges").findValuesAsText("id")).containsExactly(kept);
    assertThat(mark.at("/briefing/erased/0/exchangeId").asText()).isEqualTo(out);
    assertThat(mark.path("revisions")).hasSize(3);
    List<Change> changes = erasedChanges(first.id());
    assertThat(changes).extracting(Change::exchangeId).containsOnly(out);
    assertThat(changes).extracting(Change::id).containsOnly(changes.getFirst().id());
  }

  private Sample page(int minute) {
    return Sample.page(page).minute(minute);
  }

  private static List<String> ids(Briefing briefing) {
    return briefing.exchanges().stream().map(exchange -> exchange.id()).sorted().toList();
  }

  private static void awaitVersion(String id, long version) {
    Eventually.holds(
        () ->
            assertThat(Documents.get("briefings", id).path("version").asLong()).isEqualTo(version));
  }

  private static String term(String field, String value) {
    return "{\"term\":{\"" + field + "\":\"" + value + "\"}}";
  }

  private static List<Change> erasedChanges(String id) {
    return Topic.read(Topics.CHANGES, id).stream()
        .map(found -> EventJson.read(found.value(), Change.class))
        .filter(change -> change.kind() == Change.Kind.ERASED)
        .toList();
  }
}
