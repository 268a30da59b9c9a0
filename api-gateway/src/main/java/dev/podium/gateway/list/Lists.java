package dev.podium.gateway.list;

import dev.podium.gateway.http.Alternates;
import dev.podium.gateway.http.PublicAddress;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.parameter.QueryParameter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with pages of lists. */
@ApplicationScoped
public class Lists {

  private static final String CURSOR = "cursor";

  private final PublicAddress address;

  Lists(PublicAddress address) {
    this.address = address;
  }

  /** Makes the address of the page that a cursor leads to. */
  public UnaryOperator<String> next(UriInfo request, Parameters parameters) {
    return cursor -> {
      Map<String, List<String>> next = new LinkedHashMap<>(parameters.given());
      next.put(CURSOR, List.of(cursor));
      return address.of(request, next);
    };
  }

  /** The address of the same list in another form, with the parameters that the form takes. */
  public String inForm(
      UriInfo request, Parameters parameters, String path, List<QueryParameter> known) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    known.stream()
        .map(QueryParameter::name)
        .filter(parameters.given()::containsKey)
        .forEach(name -> kept.put(name, parameters.given().get(name)));
    return address.of(request, path, kept);
  }

  /** Makes the address of an item of the list of its id. */
  public UnaryOperator<String> hrefs(UriInfo request) {
    String list =
        address.base(request.getRequestUri()) + request.getRequestUri().getRawPath() + '/';
    return id -> list + id;
  }

  /**
   * Makes the address of a search for exchanges of a value of one of its filters, with what else
   * the request asks for.
   */
  public UnaryOperator<String> searches(
      UriInfo request, Parameters parameters, QueryParameter filter) {
    return value -> {
      Map<String, List<String>> search = new LinkedHashMap<>(parameters.given());
      Paging.PARAMETERS.forEach(parameter -> search.remove(parameter.name()));
      search.put(filter.name(), List.of(value));
      return address.of(request, "/v1/exchanges", search);
    };
  }

  /** The page, with its links as RFC 8288 has them. */
  public <T> RestResponse<ListPage<T>> answer(ListPage<T> page) {
    return answer(page, Alternates.NONE);
  }

  /** The page, with its links as RFC 8288 has them, also those to its other forms. */
  public <T> RestResponse<ListPage<T>> answer(ListPage<T> page, Alternates alternates) {
    var response = RestResponse.ResponseBuilder.ok(page).header("Cache-Control", "no-cache");
    if (!alternates.byType().isEmpty()) {
      response.header("Link", alternates.link()).header("Vary", "Accept");
    }
    if (page.next() != null) {
      response.header("Link", "<" + page.next() + ">; rel=\"next\"");
    }
    return response.build();
  }
}
