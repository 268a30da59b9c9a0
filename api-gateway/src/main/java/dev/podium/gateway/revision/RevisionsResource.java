package dev.podium.gateway.revision;

import dev.podium.gateway.exchange.Exchanges;
import dev.podium.gateway.http.EntityTags;
import dev.podium.gateway.http.Ids;
import dev.podium.gateway.list.ListPage;
import dev.podium.gateway.list.Lists;
import dev.podium.gateway.list.Order;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.list.Pagings;
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
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What an exchange was in each revision of its page. */
@Path("/v1/exchanges/{id}/revisions")
@Tag(name = "Revisions", description = "What exchanges were, and what was changed")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RevisionsResource {

  private static final String EXCHANGE = "Id of the exchange";

  private final Exchanges exchanges;
  private final History history;
  private final Pagings pagings;
  private final Lists lists;
  private final EntityTags tags;
  private final RevisionViews revisions;
  private final Utf16 utf16;

  RevisionsResource(
      Exchanges exchanges,
      History history,
      Pagings pagings,
      Lists lists,
      EntityTags tags,
      RevisionViews revisions,
      Utf16 utf16) {
    this.exchanges = exchanges;
    this.history = history;
    this.pagings = pagings;
    this.lists = lists;
    this.tags = tags;
    this.revisions = revisions;
    this.utf16 = utf16;
  }

  @GET
  @Operation(
      operationId = "listRevisions",
      summary = "List an exchange's revisions",
      description =
          "Every revision of the page that has the exchange, newest first; `changed` names what"
              + " differs from the one before. A question that was put in other words is another"
              + " exchange, to which `replacedBy` of this one leads.")
  public RestResponse<ListPage<RevisionItem>> list(
      @Parameter(description = EXCHANGE, example = Ids.SAMPLE_EXCHANGE) @PathParam("id") String id,
      @Context UriInfo request) {
    Parameters parameters = new Parameters(request.getQueryParameters(), Paging.PARAMETERS);
    Paging paging = pagings.read("revisions " + id, parameters, List.of(), Order.NEWEST);
    parameters.check();
    exchanges.get(id);
    UnaryOperator<String> href = lists.hrefs(request);
    return lists.answer(
        history.page(
            id,
            paging,
            lists.next(request, parameters),
            version -> href.apply(Long.toString(version))));
  }

  @GET
  @Path("{version}")
  @Operation(
      operationId = "getRevision",
      summary = "Get a revision of an exchange",
      description = "The exchange as it was in that revision of its page. It never changes.")
  @APIResponse(
      responseCode = "200",
      description = "The exchange as it was",
      content = @Content(schema = @Schema(implementation = RevisionView.class)))
  public Response get(
      @Parameter(description = EXCHANGE, example = Ids.SAMPLE_EXCHANGE) @PathParam("id") String id,
      @Parameter(
              description = "Version of the briefing",
              schema = @Schema(implementation = Long.class),
              example = "1488355200000001")
          @PathParam("version")
          String version,
      @Context UriInfo uri,
      @Context Request request) {
    Parameters parameters = new Parameters(uri.getQueryParameters(), OffsetParameters.ALL);
    parameters.check();
    RevisionView revision = revisions.get(id, version, uri);
    return tags.answerUnchanging(
        request,
        OffsetParameters.isUtf16(parameters)
            ? revision.told(
                utf16.exchange(revision.exchange(), revision.page(), revision.revision()))
            : revision);
  }
}
