package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.briefing.Suppression;
import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.contracts.topic.Topics;
import dev.podium.index.Documents;
import dev.podium.index.Eventually;
import dev.podium.index.IndexTest;
import dev.podium.index.Sample;
import dev.podium.index.TestElasticsearch;
import dev.podium.index.Topic;
import dev.podium.kit.record.RecordHeaders;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An exchange is erased whatever else of its page Elasticsearch does not take. */
@IndexTest
class ErasureBesidePoisonIT {

  private static final String SECRET = "Que faisait monsieur Zymbolis ce soir-là ?";
  private static final String OTHER = "Quand le président se rendra-t-il au Brésil ?";
  private static final String LONGER_THAN_A_TERM = "x".repeat(33_000);

  private final String page = UUID.randomUUID().toString();

  @BeforeAll
  static void elasticsearchRuns() {
    TestElasticsearch.running();
  }

  @Test
  void anExchangeThatIsRefusedDoesNotHoldItUp() {
    Briefing briefing =
        page(0).asked(SECRET, "Rien.").outlet(LONGER_THAN_A_TERM).asked(OTHER, "Non.").present();
    refused(briefing, "exchange-not-indexable");

    Topic.publish(List.of(without(briefing)));

    awaitStub(briefing);
    Topic.awaitConsumed();
    JsonNode mark = Documents.get("briefings", briefing.id());
    assertThat(mark.path("incomplete")).hasSize(1);
    assertThat(mark.path("incomplete").get(0).asText()).isEqualTo(other(briefing));
    assertThat(mark.at("/briefing/erased/0/exchangeId").asText()).isEqualTo(secret(briefing));
    assertThat(Documents.ofPage(briefing.id())).doesNotContain("Zymbolis").contains("Non.");
  }

  @Test
  void aRevisionThatTheMarkDoesNotNameLosesItToo() {
    Briefing first = page(0).asked(SECRET, "Rien.").asked(OTHER, "Non.").present();
    Briefing second =
        page(5)
            .series(LONGER_THAN_A_TERM)
            .asked(SECRET, "Il dormait.")
            .asked(OTHER, "En mai.")
            .present();
    Topic.publish(List.of(first));
    refused(second, "briefing-not-indexable");
    assertThat(Documents.ofPage(first.id())).contains("Il dormait.");

    Topic.publish(List.of(without(first)));

    awaitStub(first);
    Topic.awaitConsumed();
    assertThat(Documents.ofPage(first.id()))
        .doesNotContain("Zymbolis", "Rien.", "Il dormait.")
        .contains("En mai.");
    assertThat(Documents.get("history", first.id() + '-' + second.version()).path("exchanges"))
        .singleElement()
        .satisfies(id -> assertThat(id.asText()).isEqualTo(other(second)));
    assertThat(Documents.get("briefings", first.id()).path("revisions")).hasSize(1);
  }

  @Test
  void aPageWithoutAMarkLosesItToo() {
    Briefing briefing = page(0).series(LONGER_THAN_A_TERM).asked(SECRET, "Il dormait.").present();
    refused(briefing, "briefing-not-indexable");
    assertThat(Documents.ofPage(briefing.id())).contains("Il dormait.");

    Topic.publish(List.of(without(briefing)));

    awaitStub(briefing);
    Topic.awaitConsumed();
    assertThat(Documents.ofPage(briefing.id())).doesNotContain("Zymbolis", "Il dormait.");
    JsonNode revision = Documents.get("history", briefing.id() + '-' + briefing.version());
    assertThat(revision.path("exchanges")).isEmpty();
    assertThat(revision.at("/briefing/erased/0/exchangeId").asText()).isEqualTo(secret(briefing));
  }

  private static void refused(Briefing briefing, String code) {
    String key = briefing.id() + '/' + briefing.version();
    Topic.publish(List.of(briefing));
    Eventually.holds(
        () ->
            assertThat(Topic.read(Topics.BRIEFINGS_DEAD_LETTERS, key))
                .extracting(letter -> RecordHeaders.read(letter.headers()))
                .extracting(headers -> headers.get(DeadLetterHeaders.CODE))
                .containsExactly(code));
  }

  private static Briefing without(Briefing briefing) {
    Instant at = Instant.parse("2026-04-01T10:00:00.123Z");
    return Suppression.without(
        briefing, List.of(new Erased("q".repeat(16), "court-order", at, secret(briefing))));
  }

  private static void awaitStub(Briefing briefing) {
    Eventually.holds(
        () ->
            assertThat(Documents.get("exchanges", secret(briefing)).path("status").asText())
                .isEqualTo("erased"));
  }

  private static String secret(Briefing briefing) {
    return briefing.exchanges().getFirst().id();
  }

  private static String other(Briefing briefing) {
    return briefing.exchanges().get(1).id();
  }

  private Sample page(int minute) {
    return Sample.page(page).minute(minute);
  }
}
