package dev.podium.gateway.revision;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.json.JsonData;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.elastic.StoredHits;
import dev.podium.gateway.list.ListPage;
import dev.podium.gateway.list.Order;
import dev.podium.gateway.list.PageReader;
import dev.podium.gateway.list.Paging;
import dev.podium.kit.diff.Differences;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads what exchanges were. */
@ApplicationScoped
class History {

  private static final String ID = "id";
  private static final String VERSION = "version";
  private static final Pattern VERSION_FORM = Pattern.compile("[0-9]{1,16}");

  /** Revisions that are looked at together, and how many times, for one that differs. */
  private static final int TOGETHER = 50;

  private static final int TIMES = 20;

  private static final StoredHits.Documents<RevisionDocument> REVISIONS =
      StoredHits.objects(RevisionDocument.class);

  private final SearchIndex index;
  private final PageReader pages;

  History(SearchIndex index, PageReader pages) {
    this.index = index;
    this.pages = pages;
  }

  /**
   * A revision of an exchange.
   *
   * @throws ProblemException with 404 where there is none
   */
  RevisionDocument get(String id, String version) {
    return Optional.of(version)
        .filter(number -> VERSION_FORM.matcher(number).matches())
        .flatMap(number -> find(id, Long.parseLong(number)))
        .filter(revision -> revision.exchange() != null)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "no-such-revision", "exchange " + id + " has no revision " + version));
  }

  /** The briefing of a revision of an exchange, where it was kept. */
  Optional<Briefing> briefing(RevisionDocument revision) {
    return find(revision.briefingId(), revision.version()).map(RevisionDocument::briefing);
  }

  private Optional<RevisionDocument> find(String id, long version) {
    return index.get(
        SearchIndex.HISTORY, id + '-' + version, RevisionDocument.FIELDS, RevisionDocument.class);
  }

  /**
   * The revisions of an exchange, newest first.
   *
   * @param next makes the next page's address of its cursor
   * @param href makes a revision's address of its version
   */
  ListPage<RevisionItem> page(
      String id, Paging paging, UnaryOperator<String> next, LongFunction<String> href) {
    return pages.readInPairs(
        SearchIndex.HISTORY,
        () -> request(Query.of(q -> q.term(t -> t.field(ID).value(id)))),
        paging,
        Order.NEWEST.sort(VERSION, List.of()),
        REVISIONS,
        (hit, before) -> item(hit.document(), before == null ? null : before.document(), href),
        next);
  }

  private static RevisionItem item(
      RevisionDocument revision, RevisionDocument before, LongFunction<String> href) {
    return new RevisionItem(
        revision.version(),
        revision.fetchedAt(),
        revision.recordedAt(),
        before == null ? null : Differences.of(before.exchange(), revision.exchange()),
        href.apply(revision.version()));
  }

  /** The newest revision of an exchange that a search sees. */
  Optional<RevisionDocument> newest(String id) {
    return before(id, Long.MAX_VALUE, 1).stream().findFirst();
  }

  /** The last revision before another that differs from it; it looks at a thousand. */
  Optional<RevisionDocument> lastOther(RevisionDocument revision) {
    long version = revision.version();
    for (int i = 0; i < TIMES; i++) {
      List<RevisionDocument> earlier = before(revision.id(), version, TOGETHER);
      for (RevisionDocument one : earlier) {
        if (!Differences.of(one.exchange(), revision.exchange()).isEmpty()) {
          return Optional.of(one);
        }
        version = one.version();
      }
      if (earlier.size() < TOGETHER) {
        break;
      }
    }
    return Optional.empty();
  }

  private List<RevisionDocument> before(String id, long version, int size) {
    Query earlier =
        Query.of(
            q ->
                q.bool(
                    b ->
                        b.filter(f -> f.term(t -> t.field(ID).value(id)))
                            .filter(
                                f ->
                                    f.range(
                                        r ->
                                            r.untyped(
                                                u -> u.field(VERSION).lt(JsonData.of(version)))))));
    SearchRequest request =
        request(earlier)
            .index(SearchIndex.HISTORY)
            .sort(Order.NEWEST.sort(VERSION, List.of()))
            .size(size)
            .build();
    return index.search(request, REVISIONS).documents();
  }

  private static SearchRequest.Builder request(Query query) {
    return new SearchRequest.Builder()
        .query(query)
        .source(
            s ->
                s.filter(f -> f.includes(RevisionDocument.FIELDS).excludes(RevisionDocument.LONG)));
  }
}
