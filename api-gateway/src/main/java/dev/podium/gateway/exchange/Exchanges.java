package dev.podium.gateway.exchange;

import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.erasure.ErasedDocuments;
import dev.podium.gateway.http.Ids;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds exchanges by their ids. */
@ApplicationScoped
public class Exchanges {

  private final SearchIndex index;

  private final ErasedDocuments erased;

  Exchanges(SearchIndex index, ErasedDocuments erased) {
    this.index = index;
    this.erased = erased;
  }

  /**
   * An exchange as it is now.
   *
   * @throws ProblemException with 404 where there is none, 410 where it was erased on demand
   */
  public ExchangeDocument get(String id) {
    ExchangeDocument document = known(id);
    if (document.status() == Status.ERASED) {
      throw ErasedDocuments.problem("exchange " + id, erased.exchange(id).orElseThrow());
    }
    return document;
  }

  private ExchangeDocument known(String id) {
    return Optional.of(id)
        .filter(Ids::isId)
        .flatMap(this::find)
        .orElseThrow(
            () -> ProblemException.notFound("no-such-exchange", "there is no exchange " + id));
  }

  private Optional<ExchangeDocument> find(String id) {
    return index.get(SearchIndex.EXCHANGES, id, ExchangeDocument.FIELDS, ExchangeDocument.class);
  }
}
