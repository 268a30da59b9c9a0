package dev.podium.gateway.search;

import dev.podium.gateway.exchange.ExchangeOffsets;
import dev.podium.gateway.exchange.ExchangeView;
import dev.podium.gateway.exchange.Exchanges;
import dev.podium.gateway.exchange.Proofs;
import dev.podium.gateway.http.EntityTags;
import dev.podium.gateway.list.ListPage;
import dev.podium.gateway.list.Lists;
import dev.podium.gateway.offset.OffsetParameters;
import dev.podium.gateway.parameter.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Questions with their answers, and statements. */
@Path("/v1/exchanges")
@Tag(name = "Exchanges", description = "Questions with their answers, and statements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ExchangesResource {

  private final ExchangeQueries queries;
  private final ExchangeSearch search;
  private final Lists lists;
  private final Exchanges exchanges;
  private final EntityTags tags;
  private final Proofs proofs;
  private final ExchangeOffsets offsets;

  ExchangesResource(
      ExchangeQueries queries,
      ExchangeSearch search,
      Lists lists,
      Exchanges exchanges,
      EntityTags tags,
      Proofs proofs,
      ExchangeOffsets offsets) {
    this.queries = queries;
    this.search = search;
    this.lists = lists;
    this.exchanges = exchanges;
    this.tags = tags;
    this.proofs = proofs;
    this.offsets = offsets;
  }

  @GET
  @Operation(
      operationId = "searchExchanges",
      summary = "Search exchanges",
      description =
          "Every question with its answer, and every statement, that the filters let through."
              + " `next` leads through all of them, however many there are.")
  public RestResponse<ListPage<ExchangeView>> search(@Context UriInfo request) {
    Parameters parameters = new Parameters(request.getQueryParameters(), ExchangeParameters.ALL);
    ExchangeQuery query = queries.read("exchanges", parameters);
    var page = proofs.add(search.page(query, lists.next(request, parameters)), request);
    return lists.answer(offsets.tell(page, parameters));
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "getExchange",
      summary = "Get an exchange",
      description =
          "The exchange as the publisher has it now, or as it last was: an id once published"
              + " answers for ever.")
  @APIResponse(
      responseCode = "200",
      description = "The exchange",
      content = @Content(schema = @Schema(implementation = ExchangeView.class)))
  public Response get(
      @Parameter(description = "Id of the exchange", example = "abcdefghij234567") @PathParam("id")
          String id,
      @Context UriInfo uri,
      @Context Request request) {
    Parameters parameters = new Parameters(uri.getQueryParameters(), OffsetParameters.ALL);
    parameters.check();
    ExchangeView exchange = proofs.add(ExchangeView.of(exchanges.get(id), null), uri);
    return Response.fromResponse(tags.answer(request, offsets.tell(exchange, parameters)))
        .header("Link", "<" + lists.hrefs(uri).apply("revisions") + ">; rel=\"version-history\"")
        .build();
  }
}
