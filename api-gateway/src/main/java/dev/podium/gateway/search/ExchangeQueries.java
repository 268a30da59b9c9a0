package dev.podium.gateway.search;

import dev.podium.gateway.list.Filters;
import dev.podium.gateway.list.Order;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.list.Pagings;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.query.QueryNode;
import dev.podium.gateway.query.QueryParser;
import dev.podium.gateway.query.QuerySyntaxException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads requests as searches. */
@ApplicationScoped
public class ExchangeQueries {

  private final Pagings pagings;

  ExchangeQueries(Pagings pagings) {
    this.pagings = pagings;
  }

  /**
   * The search that the parameters mean.
   *
   * @param list names the list, whose cursors are good for no other
   * @throws dev.podium.kit.problem.ProblemException naming all that is wrong with them
   */
  ExchangeQuery read(String list, Parameters parameters) {
    boolean hasText = parameters.text(ExchangeParameters.Q).isPresent();
    return read(list, parameters, hasText ? Order.RELEVANCE : Order.NEWEST);
  }

  /**
   * The same, in another order where none is asked for.
   *
   * @throws dev.podium.kit.problem.ProblemException naming all that is wrong with the parameters
   */
  public ExchangeQuery read(String list, Parameters parameters, Order usual) {
    Optional<QueryNode> text = text(parameters);
    var filters = ExchangeFilters.of(parameters);
    Paging paging =
        pagings.read(list, parameters, ExchangeParameters.DECIDING, ExchangeParameters.SORT, usual);
    List<String> languages = Filters.languages(parameters, ExchangeParameters.LANGUAGE);
    parameters.check();
    return new ExchangeQuery(
        text,
        Languages.analysed(languages),
        filters,
        paging,
        parameters.texts(ExchangeParameters.FACETS),
        parameters.text(ExchangeParameters.INTERVAL));
  }

  private static Optional<QueryNode> text(Parameters parameters) {
    Optional<String> given = parameters.text(ExchangeParameters.Q);
    try {
      return given.isEmpty() ? Optional.empty() : Optional.of(QueryParser.parse(given.get()));
    } catch (QuerySyntaxException e) {
      parameters.wrong(ExchangeParameters.Q.name(), e.getMessage(), e.position());
      return Optional.empty();
    }
  }
}
