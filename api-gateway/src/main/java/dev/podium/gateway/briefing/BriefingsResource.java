package dev.podium.gateway.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.gateway.http.EntityTags;
import dev.podium.gateway.http.Ids;
import dev.podium.gateway.list.ListPage;
import dev.podium.gateway.list.Lists;
import dev.podium.gateway.offset.OffsetParameters;
import dev.podium.gateway.offset.Utf16;
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

/** Briefings: without their exchanges in a list, with all of them alone. */
@Path("/v1/briefings")
@Tag(name = "Briefings", description = "Pages of questions and answers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BriefingsResource {

  private final BriefingList list;
  private final Lists lists;
  private final Briefings briefings;
  private final EntityTags tags;
  private final Utf16 utf16;

  BriefingsResource(
      BriefingList list, Lists lists, Briefings briefings, EntityTags tags, Utf16 utf16) {
    this.list = list;
    this.lists = lists;
    this.briefings = briefings;
    this.tags = tags;
    this.utf16 = utf16;
  }

  @GET
  @Operation(
      operationId = "listBriefings",
      summary = "List briefings",
      description =
          "The briefings that the filters let through, without their exchanges; `href` has those."
              + " `url` finds the briefing of a page, `occasion` the same briefing in other"
              + " languages.")
  public RestResponse<ListPage<BriefingItem>> list(@Context UriInfo request) {
    Parameters parameters = new Parameters(request.getQueryParameters(), BriefingParameters.ALL);
    return lists.answer(
        list.page(parameters, lists.next(request, parameters), lists.hrefs(request)));
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "getBriefing",
      summary = "Get a briefing",
      description =
          "The briefing with all its exchanges, in reading order. One whose page is gone is served"
              + " as it last was, with `state: gone`. By `Accept` it is also HTML, Markdown or Akoma"
              + " Ntoso.")
  @APIResponse(
      responseCode = "200",
      description = "The briefing",
      content = @Content(schema = @Schema(implementation = BriefingView.class)))
  public Response get(
      @Parameter(description = "Id of the briefing", example = Ids.SAMPLE_BRIEFING) @PathParam("id")
          String id,
      @Context UriInfo uri,
      @Context Request request) {
    Parameters parameters = new Parameters(uri.getQueryParameters(), OffsetParameters.ALL);
    parameters.check();
    BriefingDocument document = briefings.get(id);
    Briefing briefing = document.briefing();
    Utf16.Content content =
        OffsetParameters.isUtf16(parameters)
            ? utf16.briefing(briefing)
            : new Utf16.Content(briefing.leftovers(), briefing.exchanges());
    return Response.fromResponse(
            tags.answer(
                request,
                new BriefingView(
                    briefing,
                    document.state(),
                    document.incomplete(),
                    content.leftovers(),
                    content.exchanges())))
        .header("Link", BriefingForms.of(briefings.address(uri, id)).link())
        .header("Vary", "Accept")
        .build();
  }
}
