package dev.podium.gateway.erasure;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Erased;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.list.Filters;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stubs that the index keeps of what was erased on demand. */
@ApplicationScoped
public class ErasedDocuments {

  private static final List<String> EXCHANGE = List.of("briefing.id", "exchange.erased");
  private static final List<String> BRIEFING = List.of("briefing.erased");

  private final SearchIndex index;

  ErasedDocuments(SearchIndex index) {
    this.index = index;
  }

  /** The part of a stub that is read. */
  record ExchangeStub(Origin briefing, Left exchange) {

    record Origin(String id) {}

    record Left(Erased erased) {}

    Optional<Erased> erased() {
      return Optional.ofNullable(exchange).map(Left::erased);
    }
  }

  /** The part of a briefing's document that is read. */
  record BriefingStub(Marker briefing) {

    record Marker(List<Erased> erased) {}

    Optional<Erased> whole() {
      return briefing == null || briefing.erased() == null
          ? Optional.empty()
          : briefing.erased().stream().filter(one -> one.exchangeId() == null).findFirst();
    }
  }

  /** What erased an exchange; empty for one that is not erased. */
  public Optional<Erased> exchange(String id) {
    return index
        .get(SearchIndex.EXCHANGES, id, EXCHANGE, ExchangeStub.class)
        .flatMap(ExchangeStub::erased);
  }

  /** What erased a briefing as a whole; empty for one that is not erased. */
  public Optional<Erased> briefing(String id) {
    return index
        .get(SearchIndex.BRIEFINGS, id, BRIEFING, BriefingStub.class)
        .flatMap(BriefingStub::whole);
  }

  /**
   * Which of some briefings and exchanges were erased, as of now: for whoever holds texts that are
   * not the index's, such as changes.
   *
   * @param ids of both
   */
  public Set<String> among(Set<String> ids) {
    Set<String> erased = new HashSet<>();
    found(SearchIndex.BRIEFINGS, ids, BRIEFING, BriefingStub.class)
        .forEach((id, stub) -> stub.whole().ifPresent(whole -> erased.add(id)));
    found(SearchIndex.EXCHANGES, ids, EXCHANGE, ExchangeStub.class)
        .forEach((id, stub) -> stub.erased().ifPresent(part -> erased.add(id)));
    return erased;
  }

  /**
   * Whether searches have followed: a stub is there at once, what it replaces is found until the
   * next refresh.
   *
   * @param exchange null for the page as a whole
   */
  boolean isSettled(String page, String exchange) {
    boolean stub = exchange == null ? briefing(page).isPresent() : exchange(exchange).isPresent();
    return stub
        && !finds(
            SearchIndex.EXCHANGES,
            exchange == null ? term("briefing.id", page) : term("id", exchange),
            term("status", "erased"))
        && (exchange != null
            || !finds(SearchIndex.BRIEFINGS, term("id", page), without("contentVersion")));
  }

  private boolean finds(String alias, Query wanted, Query unless) {
    SearchRequest request =
        SearchRequest.of(
            s ->
                s.index(alias)
                    .size(1)
                    .source(source -> source.fetch(false))
                    .query(q -> q.bool(b -> b.filter(wanted).mustNot(unless))));
    return !index.search(request, Void.class).hits().hits().isEmpty();
  }

  private static Query term(String field, String value) {
    return Filters.term(field, FieldValue.of(value));
  }

  private static Query without(String field) {
    return Query.of(q -> q.bool(b -> b.mustNot(n -> n.exists(e -> e.field(field)))));
  }

  private <T> Map<String, T> found(
      String alias, Set<String> ids, List<String> fields, Class<T> type) {
    return ids.isEmpty() ? Map.of() : index.getAll(alias, List.copyOf(ids), fields, type);
  }

  /** The answer to whoever asks for it. */
  public static ProblemException problem(String what, Erased erased) {
    return new ProblemException(
        Problem.erased(what, new Problem.Erasure(erased.erasure(), erased.reason())));
  }

  /**
   * Ends the request where a briefing was erased.
   *
   * @param briefing as the index holds it
   */
  public static void check(Briefing briefing) {
    if (briefing.wasErased()) {
      throw problem("briefing " + briefing.id(), briefing.erased().getFirst());
    }
  }
}
