package dev.podium.gateway.search;

import dev.podium.gateway.exchange.ExchangeDocument;
import dev.podium.gateway.exchange.ExchangeItem;
import dev.podium.gateway.exchange.ExchangeItems;
import dev.podium.gateway.exchange.Exchanges;
import dev.podium.gateway.http.Ids;
import dev.podium.gateway.list.ListPage;
import dev.podium.gateway.list.Lists;
import dev.podium.gateway.list.Order;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.list.Pagings;
import dev.podium.gateway.parameter.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What else was said on the same. */
@Path("/v1/exchanges/{id}/similar")
@Tag(name = "Exchanges")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SimilarResource {

  private final Exchanges exchanges;
  private final SimilarExchanges similar;
  private final Pagings pagings;
  private final Lists lists;
  private final ExchangeItems items;

  SimilarResource(
      Exchanges exchanges,
      SimilarExchanges similar,
      Pagings pagings,
      Lists lists,
      ExchangeItems items) {
    this.exchanges = exchanges;
    this.similar = similar;
    this.pagings = pagings;
    this.lists = lists;
    this.items = items;
  }

  @GET
  @Operation(
      operationId = "similarExchanges",
      summary = "Find similar exchanges",
      description =
          "Exchanges that speak of the same in the same language, the most similar first, wherever"
              + " they were published: mirrors of the same briefing are among them.")
  public RestResponse<ListPage<ExchangeItem>> similar(
      @Parameter(description = "Id of the exchange", example = Ids.SAMPLE_EXCHANGE) @PathParam("id")
          String id,
      @Context UriInfo request) {
    Parameters parameters =
        new Parameters(request.getQueryParameters(), ExchangeParameters.SIMILAR);
    Paging paging = pagings.read("similar " + id, parameters, List.of(), Order.RELEVANCE);
    parameters.check();
    ExchangeDocument document = exchanges.get(id);
    var page = similar.page(document, paging, lists.next(request, parameters));
    return lists.answer(items.of(page, request, parameters));
  }
}
