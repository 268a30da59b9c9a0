package dev.podium.index.briefing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.index.Eventually;
import dev.podium.index.IndexTest;
import dev.podium.index.Sample;
import dev.podium.index.TestElasticsearch;
import dev.podium.index.Topic;
import dev.podium.index.change.Causes;
import dev.podium.index.document.BriefingDocument.Revision;
import dev.podium.index.schema.Generation;
import dev.podium.kit.record.RecordOutcome;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A briefing that two instances index at once, or a replay beside an instance. */
@IndexTest
class TwoWritersIT {

  private static final Generation SERVING = new Generation(1);
  private static final Causes CAUSES = new Causes(Duration.ofDays(3), Duration.ofDays(7));

  private final String page = UUID.randomUUID().toString();

  @Inject StoredBriefings stored;
  @Inject PlanWriter writer;

  @BeforeAll
  static void elasticsearchRuns() {
    TestElasticsearch.running();
  }

  /** Nobody has waited for the indices if this is the first of all tests. */
  @BeforeEach
  void theIndicesAreThere() {
    Eventually.holds(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  private Briefing at(int minutes) {
    return Sample.page(page).minute(minutes).asked("Quand ?", "Au jour " + minutes).present();
  }

  private Mark mark(Briefing briefing) {
    return stored.marks(SERVING, List.of(briefing.id())).get(briefing.id());
  }

  private List<Long> revisions(Briefing briefing) {
    Mark mark = mark(briefing);
    return mark == null
        ? List.of()
        : mark.document().revisions().stream().map(Revision::version).toList();
  }

  private void indexed(Briefing briefing) {
    Topic.publish(List.of(briefing));
    Eventually.holds(() -> assertThat(revisions(briefing)).contains(briefing.version()));
  }

  /** As somebody does who has read the mark some time ago. */
  private RecordOutcome write(Briefing briefing, Mark read) {
    Planner planner =
        new Planner(
            CAUSES,
            Mark.documentOf(read),
            new Arrival(briefing, briefing.revision().fetchedAt().plusSeconds(1)));
    Revisions earlier =
        stored.revisions(SERVING, Map.of(briefing.id(), planner.needed())).get(briefing.id());
    Writing writing = new Writing(planner.plan(earlier), Mark.seenOf(read));
    writer.write(SERVING, false, List.of(writing));
    return writing.outcome();
  }

  @Test
  void theLaterOneDoesNotTakeWhatTheOtherHasNoted() {
    Briefing first = at(0);
    indexed(first);
    Mark read = mark(first);
    indexed(at(9));

    // Late, so that the mark keeps its version.
    assertThat(write(at(5), read)).isInstanceOf(RecordOutcome.FailedForNow.class);

    assertThat(revisions(first)).containsExactly(first.version(), at(9).version());
    assertThat(write(at(5), mark(first))).isEqualTo(RecordOutcome.DONE);
    assertThat(revisions(first)).containsExactly(first.version(), at(5).version(), at(9).version());
  }

  @Test
  void aPageThatNobodyKnewIsThereOnce() {
    Briefing first = at(0);
    indexed(first);

    assertThat(write(at(9), null)).isInstanceOf(RecordOutcome.FailedForNow.class);

    assertThat(revisions(first)).containsExactly(first.version());
  }
}
