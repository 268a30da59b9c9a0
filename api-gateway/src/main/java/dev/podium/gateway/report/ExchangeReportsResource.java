package dev.podium.gateway.report;

import dev.podium.gateway.access.CurrentCaller;
import dev.podium.gateway.access.Scope;
import dev.podium.gateway.exchange.Exchanges;
import dev.podium.gateway.exchange.Proofs;
import dev.podium.gateway.http.Ids;
import dev.podium.gateway.http.PublicAddress;
import dev.podium.gateway.parameter.JsonFields;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.kit.problem.BodyLimit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes a reader's word that an exchange is cut wrongly. */
@Path("/v1/exchanges/{id}/reports")
@Tag(name = "Reports", description = "What readers say is wrong")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ExchangeReportsResource {

  private static final int LARGEST_REQUEST = 64 * 1024;
  private static final int TEXT = 4000;
  private static final int CONTACT = 200;
  private static final int KIND = 40;
  private static final List<String> FIELDS = List.of("kind", "text", "contact");

  private final Exchanges exchanges;
  private final Reports reports;
  private final CurrentCaller caller;
  private final Proofs proofs;
  private final PublicAddress address;

  ExchangeReportsResource(
      Exchanges exchanges,
      Reports reports,
      CurrentCaller caller,
      Proofs proofs,
      PublicAddress address) {
    this.exchanges = exchanges;
    this.reports = reports;
    this.caller = caller;
    this.proofs = proofs;
    this.address = address;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reportExchange",
      summary = "Report an exchange that is cut wrongly",
      description =
          "Whoever may read may report. People look at it: nothing changes by itself. `kind` is one"
              + " of wrong-asker, wrong-speaker, missing-text, extra-text, wrong-order, wrong-date,"
              + " wrong-language and other; `text` says what is wrong, in up to 4000 characters;"
              + " `contact`, if it is given, is shown to administrators alone.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      requiredProperties = {"kind", "text"}),
              examples =
                  @ExampleObject(
                      name = "asker",
                      value =
                          "{\"kind\": \"wrong-asker\", \"text\": \"Reuters asked this, not AFP.\"}")))
  @APIResponse(
      responseCode = "201",
      description = "The report",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  public Response report(
      @Parameter(description = "Id of the exchange", example = Ids.SAMPLE_EXCHANGE) @PathParam("id")
          String id,
      InputStream body,
      @Context UriInfo request)
      throws IOException {
    caller.require(Scope.READ);
    new Parameters(request.getQueryParameters(), List.of()).check();
    Reports.Word word = read(BodyLimit.read(body, LARGEST_REQUEST));
    ReportRow row = reports.add(exchanges.get(id), word, caller.get().id());
    return Response.created(
            URI.create(address.base(request.getRequestUri()) + "/v1/reports/" + row.id))
        .header("Cache-Control", "no-store")
        .entity(ReportView.of(row, proofs.permalink(request, row.exchange)))
        .build();
  }

  private static Reports.Word read(byte[] body) {
    JsonFields fields = new JsonFields(body, FIELDS);
    String code = fields.needed("kind", KIND, false);
    ReportKind kind = ReportKind.of(code).orElse(null);
    if (kind == null && !code.isEmpty()) {
      fields.wrong("kind", "is none of " + String.join(", ", ReportKind.CODES));
    }
    String text = fields.needed("text", TEXT, true);
    String contact = fields.text("contact", CONTACT, false);
    fields.check();
    return new Reports.Word(kind, text, contact);
  }
}
