package dev.podium.index.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.index.schema.Generation;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferingTest {

  private static final Generation OLD = new Generation(1);
  private static final Generation NEW = new Generation(2);

  private final Differing differing = new Differing();

  @Test
  void whatIsTheSamePasses() {
    differing.put(
        "a",
        documents("briefings/a", 1, "exchanges/x", 2),
        documents("exchanges/x", 2, "briefings/a", 1));

    ComparisonReport report = differing.report(OLD, NEW);

    assertThat(report.passed()).isTrue();
    assertThat(report.equal()).isOne();
    assertThat(report.from().checksum()).isEqualTo(report.to().checksum()).hasSize(64);
    assertThat(report.to().briefings()).isOne();
    assertThat(report.to().exchanges()).isOne();
    assertThat(report.to().history()).isZero();
  }

  /** As a look finds one that both are just writing, and one whose mark was refused. */
  @Test
  void aBriefingWithoutItsMarkIsNoneYet() {
    differing.put("a", documents("briefings/a", 1), documents("briefings/a", 1));
    differing.put("b", documents("history/b-1", 2), documents("history/b-1", 2));

    ComparisonReport report = differing.report(OLD, NEW);

    assertThat(report.passed()).isTrue();
    assertThat(report.to().briefings()).isOne();
    assertThat(report.equal()).isOne();
  }

  @Test
  void moreIsNoLoss() {
    differing.put("a", documents("briefings/a", 1), documents("briefings/a", 9, "history/a-1", 2));
    differing.put("b", Digest.NONE, documents("briefings/b", 3));

    ComparisonReport report = differing.report(OLD, NEW);

    assertThat(report.passed()).isTrue();
    assertThat(report.more()).isEqualTo(2);
    assertThat(report.examples()).isEmpty();
  }

  @Test
  void whatIsMissingOrDifferentIsNamed() {
    differing.put("a", documents("briefings/a", 1), documents("briefings/a", 2));
    differing.put("b", documents("briefings/b", 1), Digest.NONE);

    ComparisonReport report = differing.report(OLD, NEW);

    assertThat(report.passed()).isFalse();
    assertThat(report.different()).isOne();
    assertThat(report.missing()).isOne();
    assertThat(report.examples()).containsExactly("a", "b");
  }

  @Test
  void whatWasOnItsWayCountsAsItIsInTheEnd() {
    differing.put("a", documents("briefings/a", 1, "history/a-1", 5), documents("briefings/a", 0));
    differing.put("b", documents("briefings/b", 4), documents("briefings/b", 4));

    differing.put("a", Digest.NONE, Digest.NONE);
    differing.put("a", documents("briefings/a", 2), documents("briefings/a", 2));

    ComparisonReport report = differing.report(OLD, NEW);
    assertThat(differing.briefingIds()).isEmpty();
    assertThat(report.equal()).isEqualTo(2);
    assertThat(report.from().history()).isZero();
    assertThat(report.from().briefings()).isEqualTo(2);
    assertThat(report.from().checksum()).isEqualTo(report.to().checksum());
  }

  private static Digest documents(Object... namesAndChecksums) {
    Map<String, BigInteger> documents = new HashMap<>();
    for (int i = 0; i < namesAndChecksums.length; i += 2) {
      documents.put(
          (String) namesAndChecksums[i], BigInteger.valueOf((Integer) namesAndChecksums[i + 1]));
    }
    return new Digest(documents);
  }
}
