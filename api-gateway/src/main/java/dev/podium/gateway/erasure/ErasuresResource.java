package dev.podium.gateway.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.gateway.access.CurrentCaller;
import dev.podium.gateway.http.Ids;
import dev.podium.gateway.http.PublicAddress;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.kit.problem.BodyLimit;
import dev.podium.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes pages and exchanges away on demand, for administrators. */
@Path("/v1/erasures")
@Tag(name = "Erasures", description = "What courts, people and mistakes demand to be taken away")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ErasuresResource {

  private static final String PATH = "/v1/erasures";
  private static final int MOST_BYTES = 64 * 1024;

  private final Demands demands;
  private final IngestErasures ingest;
  private final ErasedDocuments documents;
  private final CurrentCaller caller;
  private final PublicAddress address;

  ErasuresResource(
      Demands demands,
      IngestErasures ingest,
      ErasedDocuments documents,
      CurrentCaller caller,
      PublicAddress address) {
    this.demands = demands;
    this.ingest = ingest;
    this.documents = documents;
    this.caller = caller;
    this.address = address;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "erase",
      summary = "Take a page away, or one exchange of it",
      description =
          "A page loses its archived bodies, its briefing, its exchanges and their history, and is"
              + " never taken again. An exchange is taken out of every revision, and its page's"
              + " archived bodies are sealed. What was erased answers 410. It cannot be taken back;"
              + " the same again answers with the first erasure.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ErasureRequest.class),
              examples =
                  @ExampleObject(
                      name = "exchange",
                      value =
                          "{\"exchange\": \""
                              + Ids.SAMPLE_EXCHANGE
                              + "\", \"reason\": {\"kind\": \"privacy\","
                              + " \"text\": \"a bystander is named\"},"
                              + " \"reference\": \"file 12/2026\"}")))
  @APIResponse(
      responseCode = "202",
      description = "It is under way; Location tells how far",
      content = @Content(schema = @Schema(implementation = ErasureView.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was erased before; or, with `dryRun`, what would be taken away",
      content = @Content(schema = @Schema(implementation = ErasureView.class)))
  public Response erase(@Context UriInfo request, InputStream body) throws IOException {
    Parameters parameters = new Parameters(request.getQueryParameters(), ErasureParameters.DEMAND);
    Optional<Boolean> dryRun = parameters.bool(ErasureParameters.DRY_RUN);
    parameters.check();
    ObjectNode demand = demands.complete(BodyLimit.read(body, MOST_BYTES), caller.get().id());
    IngestErasures.Answer answer = ingest.demand(demand, dryRun.orElse(false));
    Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body());
    String id = answer.body().path("id").asText();
    return id.isEmpty()
        ? response.build()
        : response.header(HttpHeaders.LOCATION, href(request, id)).build();
  }

  @GET
  @Operation(operationId = "listErasures", summary = "List erasures, the latest first")
  @APIResponse(
      responseCode = "200",
      description = "The erasures",
      content = @Content(schema = @Schema(implementation = ErasureView.Page.class)))
  public JsonNode list(@Context UriInfo request) {
    Parameters parameters = new Parameters(request.getQueryParameters(), ErasureParameters.LIST);
    String size = parameters.text(ErasureParameters.SIZE).orElse("20");
    Optional<String> cursor = parameters.text(ErasureParameters.CURSOR);
    parameters.check();
    String query =
        "?size=" + encoded(size) + cursor.map(after -> "&cursor=" + encoded(after)).orElse("");
    JsonNode page = ingest.get(PATH + query);
    if (page instanceof ObjectNode list && list.path("next").isTextual()) {
      list.put("next", address.base(request.getRequestUri()) + list.path("next").textValue());
    }
    return page;
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "getErasure",
      summary = "Get an erasure, and how far it is",
      description =
          "`state` is `done` when archive and topics are through; `indexed` says whether the index,"
              + " and with it every search, has followed.")
  @APIResponse(
      responseCode = "200",
      description = "The erasure",
      content = @Content(schema = @Schema(implementation = ErasureView.class)))
  public JsonNode get(
      @Parameter(description = "Id of the erasure", example = "abcdefghij234567") @PathParam("id")
          String id,
      @Context UriInfo request) {
    new Parameters(request.getQueryParameters(), List.of()).check();
    if (!Ids.isId(id)) {
      throw ProblemException.notFound("unknown-erasure", "there is no erasure " + id);
    }
    JsonNode erasure = ingest.get(PATH + '/' + id);
    if (erasure instanceof ObjectNode known) {
      known.put("indexed", isIndexed(known));
    }
    return erasure;
  }

  private boolean isIndexed(JsonNode erasure) {
    return documents.isSettled(erasure.path("page").asText(), erasure.path("exchange").textValue());
  }

  private String href(UriInfo request, String id) {
    return address.base(request.getRequestUri()) + PATH + '/' + id;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
