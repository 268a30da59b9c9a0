package dev.podium.ingest.archive;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives the archive away as WARC files. */
@Path("/v1/warc")
@Tag(name = "pages")
@Produces("application/gzip")
@RunOnVirtualThread
class WarcResource {

  private final NamedSource named;
  private final WarcExport export;

  WarcResource(NamedSource named, WarcExport export) {
    this.named = named;
    this.export = export;
  }

  @GET
  @Operation(
      summary = "All revisions of a range as a WARC file, compressed record by record",
      description =
          "from and to are times of the captures, like 2026-03-01T08:30:00Z, or whole days in UTC,"
              + " like 2026-03-01; without them, and without a source, it is the whole archive.")
  public Response warc(
      @QueryParam("source") String source,
      @QueryParam("from") String from,
      @QueryParam("to") String to) {
    RevisionRange range = RevisionRange.parse(named.orAll(source), from, to);
    return file(source == null ? "archive" : source, out -> export.write(range, out));
  }

  /** A file to be downloaded. */
  static Response file(String name, StreamingOutput content) {
    return Response.ok(content)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".warc.gz\"")
        .build();
  }
}
