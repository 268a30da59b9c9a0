package dev.podium.ingest.archive;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One page: its facts, its revisions with their outcomes, their bodies and texts. */
@Path("/v1/pages/{id}")
@Tag(name = "pages")
@RunOnVirtualThread
class PageResource {

  private static final String REVISION = "revisions/{number: [0-9]{1,9}}";

  private final PageViews views;
  private final WarcExport export;

  PageResource(PageViews views, WarcExport export) {
    this.views = views;
    this.export = export;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "A page, its revisions and what became of each")
  public PageView page(@PathParam("id") String id) {
    return views.page(id);
  }

  @GET
  @Path(REVISION)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "A revision")
  public PageView.RevisionView revision(
      @PathParam("id") String id, @PathParam("number") int number) {
    return views.revision(id, number);
  }

  @GET
  @Path(REVISION + "/body")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "A revision's body, byte for byte, for download only")
  public Response body(@PathParam("id") String id, @PathParam("number") int number) {
    PageViews.Stored stored = views.body(id, number);
    return safe(stored.body(), stored.type().value())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + id + '-' + number + ".page\"")
        .build();
  }

  @GET
  @Path(REVISION + "/text")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(
      summary = "A revision's body, decoded as the parser decoded it",
      description = "Offsets of segments and leftovers count the Unicode code points of this text.")
  public Response text(@PathParam("id") String id, @PathParam("number") int number) {
    byte[] text = views.body(id, number).text().getBytes(StandardCharsets.UTF_8);
    return safe(text, MediaType.TEXT_PLAIN + ";charset=UTF-8").build();
  }

  @GET
  @Path(REVISION + "/warc")
  @Produces("application/gzip")
  @Operation(summary = "A revision as a WARC file")
  public Response warc(@PathParam("id") String id, @PathParam("number") int number) {
    RevisionRow row = views.unsealed(id, number);
    return WarcResource.file(id + '-' + number, out -> export.write(row, out));
  }

  /** No browser may run what a stranger's page holds. */
  private static Response.ResponseBuilder safe(byte[] bytes, String contentType) {
    return Response.ok(bytes)
        .header(HttpHeaders.CONTENT_TYPE, contentType)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'");
  }
}
