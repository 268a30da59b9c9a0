package dev.podium.gateway.search;

import dev.podium.gateway.citation.CitationFormat;
import dev.podium.gateway.citation.Citations;
import dev.podium.gateway.exchange.ExchangeItem;
import dev.podium.gateway.exchange.ExchangeItems;
import dev.podium.gateway.exchange.ExchangeOffsets;
import dev.podium.gateway.exchange.ExchangeView;
import dev.podium.gateway.exchange.Exchanges;
import dev.podium.gateway.exchange.Proofs;
import dev.podium.gateway.http.Alternates;
import dev.podium.gateway.http.EntityTags;
import dev.podium.gateway.http.Ids;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  // The other packages that serve them depend on this one.
  private static final Map<String, String> FORMS =
      new TreeMap<>(
          Map.of(
              "text/csv", "/v1/exchanges.csv",
              "application/x-ndjson", "/v1/exchanges.ndjson",
              "application/atom+xml", "/v1/exchanges.atom",
              "application/feed+json", "/v1/exchanges.feed.json"));

  private final ExchangeQueries queries;
  private final ExchangeSearch search;
  private final Lists lists;
  private final Exchanges exchanges;
  private final ExchangeItems items;
  private final EntityTags tags;
  private final Proofs proofs;
  private final ExchangeOffsets offsets;
  private final Citations citations;

  ExchangesResource(
      ExchangeQueries queries,
      ExchangeSearch search,
      Lists lists,
      Exchanges exchanges,
      ExchangeItems items,
      EntityTags tags,
      Proofs proofs,
      ExchangeOffsets offsets,
      Citations citations) {
    this.queries = queries;
    this.search = search;
    this.lists = lists;
    this.exchanges = exchanges;
    this.items = items;
    this.tags = tags;
    this.proofs = proofs;
    this.offsets = offsets;
    this.citations = citations;
  }

  @GET
  @Operation(
      operationId = "searchExchanges",
      summary = "Search exchanges",
      description =
          "Every question with its answer, and every statement, that the filters let through."
              + " `next` leads through all of them, however many there are.")
  public RestResponse<ListPage<ExchangeItem>> search(@Context UriInfo request) {
    Parameters parameters = new Parameters(request.getQueryParameters(), ExchangeParameters.ALL);
    ExchangeQuery query = queries.read("exchanges", parameters);
    var page = search.page(query, lists.next(request, parameters));
    return lists.answer(items.of(page, request, parameters), alternates(request, parameters));
  }

  private Alternates alternates(UriInfo request, Parameters parameters) {
    Map<String, String> forms = new LinkedHashMap<>();
    FORMS.forEach(
        (type, path) ->
            forms.put(type, lists.inForm(request, parameters, path, ExchangeParameters.DECIDING)));
    return new Alternates(forms);
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "getExchange",
      summary = "Get an exchange",
      description =
          "The exchange as the publisher has it now, or as it last was: an id once published"
              + " answers for ever. With `format`, or by `Accept`, how to cite it.")
  @APIResponse(
      responseCode = "200",
      description = "The exchange",
      content = @Content(schema = @Schema(implementation = ExchangeView.class)))
  public Response get(
      @Parameter(description = "Id of the exchange", example = Ids.SAMPLE_EXCHANGE) @PathParam("id")
          String id,
      @Context UriInfo uri,
      @Context Request request) {
    Parameters parameters =
        new Parameters(
            uri.getQueryParameters(), List.of(CitationFormat.FORMAT, OffsetParameters.OFFSETS));
    parameters.check();
    Optional<CitationFormat> format =
        parameters.text(CitationFormat.FORMAT).flatMap(CitationFormat::of);
    if (format.isPresent()) {
      return citations.answer(id, format.get(), uri, request);
    }
    ExchangeView exchange = proofs.add(ExchangeView.of(exchanges.get(id), null), uri);
    return Response.fromResponse(tags.answer(request, offsets.tell(exchange, parameters)))
        .header("Link", citations.alternates(exchange.permalink()).link())
        .header("Vary", "Accept")
        .header("Link", "<" + lists.hrefs(uri).apply("revisions") + ">; rel=\"version-history\"")
        .build();
  }
}
