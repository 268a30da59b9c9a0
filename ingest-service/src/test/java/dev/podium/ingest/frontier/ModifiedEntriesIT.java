package dev.podium.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.ingest.IngestTest;
import dev.podium.ingest.discover.Link;
import dev.podium.ingest.discover.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IngestTest
class ModifiedEntriesIT {

  private static final Duration LEAST = Duration.ofHours(1);

  private final String source = "told-" + UUID.randomUUID();
  private final Session database;
  private final FrontierTable frontier;
  private final ModifiedEntries modified;

  ModifiedEntriesIT(Session database, FrontierTable frontier, ModifiedEntries modified) {
    this.database = database;
    this.frontier = frontier;
    this.modified = modified;
  }

  @ParameterizedTest(name = "{0}, fetched {1} h ago, changed {2} h ago: due in {3} min")
  @CsvSource({
    "watched,10,5,0",
    "gone,10,5,0",
    "missing,10,5,0",
    "refused,10,5,0",
    // It has not changed since.
    "watched,10,11,7200",
    // Its first interval is not over.
    "watched,0,-1,60",
    // A day that is not over yet may have had a change, one far in the future has not.
    "watched,10,-12,0",
    "watched,10,-72,7200",
    // Others wait for reasons of their own.
    "failing,10,5,7200",
    "robots,10,5,7200",
    "new,10,5,7200"
  })
  void whatChangedSinceItWasFetchedIsDueSoonerButNeverTooSoon(
      String state, int fetchedAgo, int changedAgo, int dueInMinutes) {
    Told told = told("1", Instant.now().minus(Duration.ofHours(changedAgo)));
    add(Entry.Kind.PAGE, told);
    fetched(state, fetchedAgo);

    int hastened = modified.hasten(source, Entry.Kind.PAGE, List.of(told), LEAST);

    assertThat(hastened).isEqualTo(dueInMinutes < 7200 ? 1 : 0);
    assertThat(dueInMinutes()).isBetween(dueInMinutes - 1.0, dueInMinutes + 1.0);
  }

  @Test
  void entriesOfOtherSourcesAndKindsAndThoseThatTellNothingAreLeftAlone() {
    Told told = told("1", Instant.now());
    add(Entry.Kind.PAGE, told);
    fetched("watched", 10);
    assertThat(modified.hasten("another", Entry.Kind.PAGE, List.of(told), LEAST)).isZero();
    assertThat(modified.hasten(source, Entry.Kind.SITEMAP, List.of(told), LEAST)).isZero();
    assertThat(modified.hasten(source, Entry.Kind.PAGE, List.of(told("1", null)), LEAST)).isZero();
    assertThat(dueInMinutes()).isGreaterThan(7000);
  }

  @Test
  void knownSitemapsAndSoManyNewOnesAreTaken() {
    add(Entry.Kind.SITEMAP, told("3", null));
    List<Told> five = IntStream.rangeClosed(1, 5).mapToObj(n -> told("" + n, null)).toList();
    assertThat(modified.knownAndSoMany(source, five, 1))
        .containsExactly(told("1", null), told("3", null));
    assertThat(modified.count(source, Entry.Kind.SITEMAP)).isEqualTo(1);
  }

  @Test
  void tenThousandsOfPagesAreAddedTogetherInTheirOrderAndOnce() {
    List<FrontierTable.Found> found =
        IntStream.range(0, 12_345)
            .mapToObj(
                n ->
                    new FrontierTable.Found(
                        address("" + n % 12_000), Entry.Kind.PAGE, "a test", null, 0))
            .toList();
    assertThat(frontier.add(source, found, LEAST)).isEqualTo(12_000);
    assertThat(frontier.add(source, found, LEAST)).isZero();
    assertThat(modified.count(source, Entry.Kind.PAGE)).isEqualTo(12_000);
  }

  private void add(Entry.Kind kind, Told told) {
    frontier.add(
        source,
        List.of(new FrontierTable.Found(told.link().address(), kind, "a test", null, 0)),
        LEAST);
  }

  private void fetched(String state, int hoursAgo) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeMutationQuery(
                        "update frontier set state = :state, due_at = now() + interval '5 days',"
                            + " last_at = now() - :hours * interval '1 hour'"
                            + " where source = :source")
                    .setParameter("state", state)
                    .setParameter("hours", hoursAgo)
                    .setParameter("source", source)
                    .executeUpdate());
  }

  private double dueInMinutes() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery(
                        "select cast(extract(epoch from due_at - now()) / 60 as double precision)"
                            + " from frontier where source = :source",
                        Double.class)
                    .setParameter("source", source)
                    .getSingleResult());
  }

  private Told told(String name, Instant changed) {
    return new Told(Link.of(address(name)), changed);
  }

  private String address(String name) {
    return "https://" + source + ".example/" + name;
  }
}
