package dev.podium.gateway.exchange;

import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.http.Ids;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds exchanges by their ids. */
@ApplicationScoped
public class Exchanges {

  private final SearchIndex index;

  Exchanges(SearchIndex index) {
    this.index = index;
  }

  /**
   * An exchange as it is now.
   *
   * @throws ProblemException with 404 where there is none
   */
  public ExchangeDocument get(String id) {
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
