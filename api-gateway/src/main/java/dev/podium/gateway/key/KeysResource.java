package dev.podium.gateway.key;

import dev.podium.gateway.access.CurrentCaller;
import dev.podium.gateway.access.Scope;
import dev.podium.gateway.http.PublicAddress;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.parameter.QueryParameter.Form;
import dev.podium.kit.problem.BodyLimit;
import dev.podium.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Makes, shows and revokes the keys of callers. */
@Path("/v1/keys")
@Tag(name = "Keys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class KeysResource {

  private static final int LARGEST_REQUEST = 16 * 1024;
  private static final int USUAL = 100;
  private static final int MOST = 1_000;
  private static final String CACHING = "no-store";

  private static final QueryParameter SIZE =
      QueryParameter.one(
          "size",
          Form.INTEGER,
          "How many, from 1 to " + MOST + "; " + USUAL + " unless asked.",
          "20");
  private static final QueryParameter AFTER =
      QueryParameter.one(
          "after", Form.TEXT, "The id behind which to go on; `next` has it.", "abcdefghij23");

  /** The parameters of the list. */
  public static final List<QueryParameter> PARAMETERS = List.of(SIZE, AFTER);

  private final Keys keys;
  private final KeyRing ring;
  private final CurrentCaller caller;
  private final PublicAddress address;

  KeysResource(Keys keys, KeyRing ring, CurrentCaller caller, PublicAddress address) {
    this.keys = keys;
    this.ring = ring;
    this.caller = caller;
    this.address = address;
  }

  /**
   * Keys.
   *
   * @param next the address of those that follow, or null
   */
  @Schema(name = "KeyList")
  public record KeyList(List<KeyView> items, @Schema(nullable = true) String next) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "makeKey",
      summary = "Make a key",
      description =
          "`key` of the answer is the key itself: it is shown this once, and only its hash is kept.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      requiredProperties = {"name", "scopes"},
                      description =
                          "`name`, for people; `scopes`, a list of read, write and admin, each of"
                              + " which includes those before it; `expiresAt`, an RFC 3339 time"),
              examples =
                  @ExampleObject(
                      name = "reader",
                      value =
                          "{\"name\": \"dashboard of the foreign desk\", \"scopes\": [\"read\"]}")))
  @APIResponse(
      responseCode = "201",
      description = "The key",
      content = @Content(schema = @Schema(implementation = KeyView.class)))
  public Response make(InputStream body, @Context UriInfo request) throws IOException {
    caller.require(Scope.ADMIN);
    none(request);
    KeyRequest wanted = KeyRequest.read(BodyLimit.read(body, LARGEST_REQUEST));
    Keys.Made made =
        keys.make(wanted.name(), wanted.scopes(), wanted.expiresAt(), caller.get().id());
    ring.look(Duration.ZERO);
    URI location = URI.create(address.base(request.getRequestUri()) + "/v1/keys/" + made.row().id);
    return Response.created(location)
        .header("Cache-Control", CACHING)
        .entity(KeyView.of(made.row(), made.key()))
        .build();
  }

  @GET
  @Operation(operationId = "listKeys", summary = "List keys", description = "In the order of ids.")
  @APIResponse(
      responseCode = "200",
      description = "The keys, revoked ones too",
      content = @Content(schema = @Schema(implementation = KeyList.class)))
  public Response list(@Context UriInfo request) {
    caller.require(Scope.ADMIN);
    Parameters parameters = new Parameters(request.getQueryParameters(), PARAMETERS);
    int size = parameters.integer(SIZE, 1, MOST, USUAL);
    String after = parameters.text(AFTER).orElse("");
    parameters.check();
    List<KeyRow> rows = keys.after(after, size + 1);
    List<KeyView> items = rows.stream().limit(size).map(row -> KeyView.of(row, null)).toList();
    String next = rows.size() > size ? next(request, size, items.getLast().id()) : null;
    Response.ResponseBuilder answer =
        Response.ok(new KeyList(items, next)).header("Cache-Control", CACHING);
    return next == null
        ? answer.build()
        : answer.header("Link", '<' + next + ">; rel=\"next\"").build();
  }

  private String next(UriInfo request, int size, String last) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put(SIZE.name(), List.of(Integer.toString(size)));
    parameters.put(AFTER.name(), List.of(last));
    return address.of(request, parameters);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getKey", summary = "Show a key")
  @APIResponse(
      responseCode = "200",
      description = "The key, without its secret",
      content = @Content(schema = @Schema(implementation = KeyView.class)))
  public Response get(@PathParam("id") String id, @Context UriInfo request) {
    caller.require(Scope.ADMIN);
    none(request);
    KeyRow row =
        (KeyText.isId(id) ? keys.get(id) : Optional.<KeyRow>empty())
            .orElseThrow(KeysResource::unknown);
    return Response.ok(KeyView.of(row, null)).header("Cache-Control", CACHING).build();
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "revokeKey",
      summary = "Revoke a key",
      description = "It ends at once here, and within `gateway.keys.poll` at other instances.")
  @APIResponse(responseCode = "204", description = "It is revoked")
  public void revoke(@PathParam("id") String id, @Context UriInfo request) {
    caller.require(Scope.ADMIN);
    none(request);
    if (!KeyText.isId(id) || !keys.revoke(id, caller.get().id())) {
      throw unknown();
    }
    ring.look(Duration.ZERO);
  }

  private static void none(UriInfo request) {
    new Parameters(request.getQueryParameters(), List.of()).check();
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("unknown-key", "there is no key with that id");
  }
}
