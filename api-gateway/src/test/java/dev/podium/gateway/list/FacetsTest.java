package dev.podium.gateway.list;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.podium.gateway.list.ListPage.FacetCount;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A field that another one stands in for. */
class FacetsTest {

  private static final Query SOME = Query.of(q -> q.matchAll(m -> m));

  /** Counts of 1000 less the number in the name. */
  private static Aggregate terms(String prefix, int first, int last) {
    List<StringTermsBucket> buckets =
        IntStream.rangeClosed(first, last)
            .mapToObj(i -> StringTermsBucket.of(b -> b.key(prefix + i).docCount(1000L - i)))
            .toList();
    return Aggregate.of(a -> a.sterms(s -> s.buckets(b -> b.array(buckets))));
  }

  private static List<FacetCount> merged(Aggregate own, Aggregate standIn) {
    Aggregate within = Aggregate.of(a -> a.filter(f -> f.docCount(1).aggregations("who", standIn)));
    return Facets.facets(Map.of("facet-who", own, "stand-in-who", within)).get("who");
  }

  @Test
  void noMoreValuesAreToldThanOfAnyOther() {
    List<FacetCount> counts = merged(terms("a", 1, 100), terms("b", 1, 100));

    assertThat(counts).hasSize(100);
    assertThat(counts)
        .extracting(FacetCount::value)
        .startsWith("a1", "b1", "a2", "b2")
        .doesNotContain("a51", "b51");
  }

  @Test
  void whatIsSeldomInOneOfThemCountsWithTheOther() {
    List<FacetCount> counts = merged(terms("a", 1, 1000), terms("a", 300, 400));

    assertThat(counts.getFirst()).isEqualTo(new FacetCount("a300", 1400));
    assertThat(Facets.facet("who", "own", "other", SOME).values())
        .extracting(FacetsTest::size)
        .containsOnly(1000);
    assertThat(Facets.facet("who", "own").values()).extracting(FacetsTest::size).containsOnly(100);
  }

  private static Integer size(Aggregation of) {
    return of.isTerms() ? of.terms().size() : size(of.aggregations().get("who"));
  }
}
