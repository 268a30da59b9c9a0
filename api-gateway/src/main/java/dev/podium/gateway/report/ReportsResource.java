package dev.podium.gateway.report;

import dev.podium.gateway.access.CurrentCaller;
import dev.podium.gateway.access.Scope;
import dev.podium.gateway.exchange.Proofs;
import dev.podium.gateway.http.PublicAddress;
import dev.podium.gateway.parameter.JsonFields;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.kit.problem.BodyLimit;
import dev.podium.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows administrators what readers reported, and closes it. */
@Path("/v1/reports")
@Tag(name = "Reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReportsResource {

  private static final int LARGEST_REQUEST = 64 * 1024;
  private static final int NOTE = 2000;
  private static final int STATUS = 20;
  private static final Pattern ID = Pattern.compile("[0-9]{1,16}");
  private static final String CACHING = "no-store";

  private final Reports reports;
  private final CurrentCaller caller;
  private final Proofs proofs;
  private final PublicAddress address;

  ReportsResource(Reports reports, CurrentCaller caller, Proofs proofs, PublicAddress address) {
    this.reports = reports;
    this.caller = caller;
    this.proofs = proofs;
    this.address = address;
  }

  /**
   * Reports.
   *
   * @param next the address of those that follow, or null
   */
  @Schema(name = "ReportList")
  public record ReportList(List<ReportView> items, @Schema(nullable = true) String next) {}

  @GET
  @Operation(
      operationId = "listReports",
      summary = "List readers' reports",
      description = "The newest first.")
  @APIResponse(
      responseCode = "200",
      description = "The reports",
      content = @Content(schema = @Schema(implementation = ReportList.class)))
  public Response list(@Context UriInfo request) {
    caller.require(Scope.ADMIN);
    Parameters parameters = new Parameters(request.getQueryParameters(), ReportParameters.ALL);
    int size =
        parameters.integer(ReportParameters.SIZE, 1, ReportParameters.MOST, ReportParameters.USUAL);
    Reports.Filter filter =
        new Reports.Filter(
            parameters.text(ReportParameters.STATUS).map("open"::equals).orElse(null),
            parameters.text(ReportParameters.SOURCE).orElse(""),
            parameters.text(ReportParameters.EXCHANGE).orElse(""),
            parameters.version(ReportParameters.BEFORE).orElse(Long.MAX_VALUE));
    parameters.check();
    List<ReportRow> rows = reports.page(filter, size + 1);
    List<ReportView> items = rows.stream().limit(size).map(row -> view(row, request)).toList();
    String next = rows.size() > size ? next(request, parameters, items.getLast().id()) : null;
    Response.ResponseBuilder answer =
        Response.ok(new ReportList(items, next)).header("Cache-Control", CACHING);
    return next == null
        ? answer.build()
        : answer.header("Link", '<' + next + ">; rel=\"next\"").build();
  }

  private String next(UriInfo request, Parameters given, long last) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(given.given());
    parameters.put(ReportParameters.BEFORE.name(), List.of(Long.toString(last)));
    return address.of(request, parameters);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getReport", summary = "Show a report")
  @APIResponse(
      responseCode = "200",
      description = "The report",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  public Response get(
      @Parameter(description = "Id of the report", example = "120") @PathParam("id") String id,
      @Context UriInfo request) {
    caller.require(Scope.ADMIN);
    new Parameters(request.getQueryParameters(), List.of()).check();
    return answer(number(id).flatMap(reports::get), id, request);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeReport",
      summary = "Close a report, or open it again",
      description =
          "`status` is closed or open, `note` says in up to 2000 characters what came of it.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      requiredProperties = {"status"}),
              examples =
                  @ExampleObject(
                      name = "mended",
                      value =
                          "{\"status\": \"closed\", \"note\": \"mended in release 12 of the parser\"}")))
  @APIResponse(
      responseCode = "200",
      description = "The report as it is now",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  public Response change(
      @Parameter(description = "Id of the report", example = "120") @PathParam("id") String id,
      InputStream body,
      @Context UriInfo request)
      throws IOException {
    caller.require(Scope.ADMIN);
    new Parameters(request.getQueryParameters(), List.of()).check();
    JsonFields fields =
        new JsonFields(BodyLimit.read(body, LARGEST_REQUEST), List.of("status", "note"));
    String status = fields.needed("status", STATUS, false);
    if (!status.isEmpty() && !ReportParameters.STATUS.values().contains(status)) {
      fields.wrong("status", "is open or closed");
    }
    String note = fields.text("note", NOTE, true);
    fields.check();
    String by = caller.get().id();
    return answer(
        number(id).flatMap(one -> reports.change(one, status.equals("open"), note, by)),
        id,
        request);
  }

  private Response answer(Optional<ReportRow> found, String id, UriInfo request) {
    ReportRow row =
        found.orElseThrow(
            () -> ProblemException.notFound("no-such-report", "there is no report " + id));
    return Response.ok(view(row, request)).header("Cache-Control", CACHING).build();
  }

  private ReportView view(ReportRow row, UriInfo request) {
    return ReportView.of(row, proofs.permalink(request, row.exchange));
  }

  private static Optional<Long> number(String id) {
    return Optional.of(id).filter(text -> ID.matcher(text).matches()).map(Long::valueOf);
  }
}
