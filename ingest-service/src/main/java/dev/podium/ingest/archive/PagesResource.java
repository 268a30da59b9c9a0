package dev.podium.ingest.archive;

import dev.podium.ingest.source.Source;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes pages that are sent, and lists those that there are. */
@Path("/v1/pages")
@Tag(name = "pages")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PagesResource {

  private final NamedSource named;
  private final PageSubmission submission;
  private final Archive archive;
  private final PageViews views;

  PagesResource(NamedSource named, PageSubmission submission, Archive archive, PageViews views) {
    this.named = named;
    this.submission = submission;
    this.archive = archive;
    this.views = views;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Sends a page",
      description =
          "The raw body of a page, with its address in Content-Location and, for an older capture,"
              + " its time in Memento-Datetime. 202 for a new content, 200 for a known one. A page"
              + " that was gone is sent without a body, and with httpStatus, which is 404 or 410.")
  @APIResponse(responseCode = "202", description = "A new revision; Location is the page's address")
  @APIResponse(responseCode = "200", description = "The page's content is known already")
  public Response send(
      @QueryParam("source") String sourceId,
      @QueryParam("httpStatus") String httpStatus,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      @HeaderParam(HttpHeaders.CONTENT_LOCATION) String contentLocation,
      @HeaderParam(HttpHeaders.CONTENT_ENCODING) String contentEncoding,
      @HeaderParam("Memento-Datetime") String mementoDatetime,
      InputStream body)
      throws IOException {
    Source source = named.required(sourceId);
    Capture capture =
        submission.capture(
            source,
            new PageSubmission.Sent(
                httpStatus, contentType, contentLocation, contentEncoding, mementoDatetime, body));
    Archive.Taken taken = take(source, capture);
    return Response.status(taken.edit() ? Response.Status.ACCEPTED : Response.Status.OK)
        .header(HttpHeaders.LOCATION, "/v1/pages/" + taken.page())
        .entity(views.receipt(taken))
        .build();
  }

  @GET
  @Transactional
  @Operation(summary = "Lists pages, in the order of their ids")
  public PageView.PageList list(
      @QueryParam("source") String sourceId,
      @QueryParam("size") @DefaultValue("20") @Min(1) @Max(500) int size,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    return views.list(named.orAll(sourceId), size, cursor);
  }

  private Archive.Taken take(Source source, Capture capture) {
    try {
      return archive.take(source, capture);
    } catch (ErasedPageException e) {
      throw views.erased(e);
    } catch (ForeignPageException e) {
      throw new ProblemException(
          Problem.of(409, "page-of-another-source", e.getMessage(), List.of()));
    }
  }
}
