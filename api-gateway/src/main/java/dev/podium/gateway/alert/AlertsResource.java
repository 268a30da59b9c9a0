package dev.podium.gateway.alert;

import dev.podium.gateway.access.CurrentCaller;
import dev.podium.gateway.access.Scope;
import dev.podium.gateway.http.PublicAddress;
import dev.podium.gateway.list.Lists;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.parameter.QueryParameter.Form;
import dev.podium.kit.problem.BodyLimit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Saved searches that call their owner when there is something new. */
@Path("/v1/alerts")
@Tag(name = "Alerts", description = "Saved searches with webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AlertsResource {

  private static final int BODY_BYTES = 64 * 1024;
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private static final String ANYBODY = "*";
  private static final QueryParameter OWNER =
      QueryParameter.one(
          "owner",
          Form.TEXT,
          "Whose; `*` for those of all callers. Any but your own need the scope `admin`.",
          "key:abcdefghij23");

  /** The parameters of the list. */
  public static final List<QueryParameter> PARAMETERS = List.of(OWNER);

  /** The parameters of the list of what an alert has sent. */
  public static final List<QueryParameter> OF_DELIVERIES =
      List.of(Paging.size(DeliveryLog.MOST), Paging.CURSOR);

  private final AlertBook alerts;
  private final DeliveryLog log;
  private final CurrentCaller caller;
  private final PublicAddress address;
  private final Lists lists;

  AlertsResource(
      AlertBook alerts, DeliveryLog log, CurrentCaller caller, PublicAddress address, Lists lists) {
    this.alerts = alerts;
    this.log = log;
    this.caller = caller;
    this.address = address;
    this.lists = lists;
  }

  /** A caller's alerts. */
  record AlertList(List<AlertView> items, int total) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "makeAlert",
      summary = "Make an alert",
      description =
          "`query` holds the parameters of a search for exchanges, and `url` is called for each"
              + " change of one that it finds: `added`, `edited`, `reworded`, `withdrawn`, `restored`"
              + " unless `events` says otherwise, and what publishers did unless `causes` does. The"
              + " answer tells the `secret` that messages are signed with, once.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AlertBody.class),
              examples =
                  @ExampleObject(
                      name = "korea",
                      value =
                          "{\"name\": \"Korea desk\","
                              + " \"query\": {\"q\": \"corée\", \"language\": [\"fr\", \"en\"]},"
                              + " \"url\": \"https://hooks.example.org/podium\"}")))
  @APIResponse(
      responseCode = "201",
      description = "The alert, with its secret",
      content = @Content(schema = @Schema(implementation = AlertView.class)))
  public RestResponse<AlertView> make(InputStream body, @Context UriInfo request)
      throws IOException {
    none(request);
    AlertDraft draft = AlertDraft.read(BodyLimit.read(body, BODY_BYTES));
    AlertBook.Kept kept = alerts.make(owner(), draft);
    AlertView view = view(kept.row(), kept.secret(), request);
    return RestResponse.ResponseBuilder.<AlertView>create(RestResponse.Status.CREATED, view)
        .location(URI.create(base(request) + '/' + view.id()))
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @Operation(
      operationId = "listAlerts",
      summary = "List your alerts",
      description = "Administrators may ask for those of others.")
  public AlertList list(@Context UriInfo request) {
    Parameters parameters = new Parameters(request.getQueryParameters(), PARAMETERS);
    String owner = parameters.text(OWNER).orElse(owner());
    parameters.check();
    if (!owner.equals(owner())) {
      caller.require(Scope.ADMIN);
    }
    List<AlertRow> rows = owner.equals(ANYBODY) ? alerts.all() : alerts.all(owner);
    List<AlertView> items = rows.stream().map(row -> view(row, null, request)).toList();
    return new AlertList(items, items.size());
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getAlert", summary = "Get one of your alerts")
  public AlertView get(@PathParam("id") String id, @Context UriInfo request) {
    none(request);
    return view(alerts.get(owner(), id), null, request);
  }

  @PATCH
  @Path("{id}")
  @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "changeAlert",
      summary = "Change one of your alerts",
      description =
          "Only what the body names is changed (RFC 7396). `enabled: true` switches one on again"
              + " that was switched off.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AlertBody.class),
              examples = @ExampleObject(name = "pause", value = "{\"enabled\": false}")))
  public AlertView change(@PathParam("id") String id, InputStream body, @Context UriInfo request)
      throws IOException {
    none(request);
    AlertDraft draft = AlertDraft.read(BodyLimit.read(body, BODY_BYTES));
    AlertBook.Kept kept = alerts.change(owner(), id, draft);
    return view(kept.row(), kept.secret(), request);
  }

  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "dropAlert",
      summary = "Drop one of your alerts, and its log",
      description = "Administrators may drop those of others.")
  public void drop(@PathParam("id") String id, @Context UriInfo request) {
    none(request);
    alerts.drop(caller.get(), id);
  }

  @GET
  @Path("{id}/deliveries")
  @Operation(
      operationId = "listDeliveries",
      summary = "List what an alert has sent",
      description = "Newest first, each with all attempts, for 30 days unless set otherwise.")
  public RestResponse<DeliveryPage> deliveries(
      @PathParam("id") String id, @Context UriInfo request) {
    Parameters parameters = new Parameters(request.getQueryParameters(), OF_DELIVERIES);
    AlertRow alert = alerts.get(owner(), id);
    DeliveryPage page = log.page(alert, parameters, lists.next(request, parameters));
    var response = RestResponse.ResponseBuilder.ok(page);
    if (page.next() != null) {
      response.header("Link", "<" + page.next() + ">; rel=\"next\"");
    }
    return response.build();
  }

  @POST
  @Path("{id}/test")
  @Operation(
      operationId = "testAlert",
      summary = "Send a test message now",
      description =
          "Calls the receiver once, with a signed message of the type `alert.test`, and answers with"
              + " what came of it.")
  public DeliveryView test(@PathParam("id") String id, @Context UriInfo request) {
    none(request);
    return log.test(alerts.get(owner(), id));
  }

  private static void none(UriInfo request) {
    new Parameters(request.getQueryParameters(), List.of()).check();
  }

  private String owner() {
    return caller.get().id();
  }

  private String base(UriInfo request) {
    return address.base(request.getRequestUri()) + "/v1/alerts";
  }

  private AlertView view(AlertRow row, String secret, UriInfo request) {
    return AlertView.of(row, secret, base(request));
  }
}
