package dev.podium.gateway.search;

import dev.podium.gateway.list.ListPage;
import dev.podium.gateway.list.Lists;
import dev.podium.gateway.parameter.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** News outlets that ask. */
@Path("/v1/outlets")
@Tag(name = "Who", description = "Who asks and who answers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OutletsResource {

  private final ExchangeQueries queries;
  private final WhoSearch search;
  private final Lists lists;

  OutletsResource(ExchangeQueries queries, WhoSearch search, Lists lists) {
    this.queries = queries;
    this.search = search;
    this.lists = lists;
  }

  @GET
  @Operation(
      operationId = "listOutlets",
      summary = "List news outlets",
      description =
          "Every outlet of the registry that asked something which the filters let through, by id, with"
              + " its names, how many exchanges there are, and the first and last day. Filters and searches"
              + " are those of /v1/exchanges.")
  public RestResponse<ListPage<WhoItem>> list(@Context UriInfo request) {
    Parameters parameters = new Parameters(request.getQueryParameters(), ExchangeParameters.WHO);
    ExchangeQuery query = queries.read("outlets", parameters);
    return lists.answer(
        search.page(
            Who.OUTLETS,
            query,
            lists.next(request, parameters),
            lists.searches(request, parameters, ExchangeParameters.OUTLET)));
  }
}
