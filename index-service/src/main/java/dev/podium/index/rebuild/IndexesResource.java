package dev.podium.index.rebuild;

import dev.podium.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows what is indexed where, and lets other generations of indices be built and serve. */
@Path("/v1/indexes")
@Tag(name = "indexes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class IndexesResource {

  private final Rebuilds rebuilds;
  private final GenerationViews views;

  IndexesResource(Rebuilds rebuilds, GenerationViews views) {
    this.rebuilds = rebuilds;
    this.views = views;
  }

  @GET
  @Operation(summary = "All generations of indices: state, documents, position, last comparison")
  public List<GenerationView> list() {
    return rebuilds.all().stream().map(views::of).toList();
  }

  @GET
  @Path("/{generation}")
  @Operation(summary = "One generation of indices")
  public GenerationView get(@PathParam("generation") String generation) {
    return views.of(rebuilds.get(number(generation)));
  }

  @POST
  @Path("/rebuild")
  @Operation(
      summary = "Builds a new generation from the whole topic, beside the one that serves",
      description =
          "When it has read all there is, it is compared with the one that serves, briefing by"
              + " briefing. If nothing is missing and nothing different, it serves from then on, and"
              + " the other one goes on being filled until it is deleted. 409 while one is on its"
              + " way.")
  @APIResponse(
      responseCode = "202",
      description = "it has begun; Location shows how far it is",
      content = @Content(schema = @Schema(implementation = GenerationView.class)))
  public RestResponse<GenerationView> rebuild() {
    return accepted(views.of(rebuilds.begin()));
  }

  @POST
  @Path("/{generation}/swap")
  @Operation(
      summary = "Lets another generation serve, newer or older",
      description =
          "The way forward and the way back. With compare=false it serves whatever differs, as"
              + " after a rebuild that was a mistake. 409 where it serves already, or another one is"
              + " on its way.")
  @APIResponse(
      responseCode = "202",
      description = "it is on its way; Location shows how far it is",
      content = @Content(schema = @Schema(implementation = GenerationView.class)))
  public RestResponse<GenerationView> swap(
      @PathParam("generation") String generation,
      @QueryParam("compare") @DefaultValue("true") String compare) {
    int number = number(generation);
    if (!compare.equals("true") && !compare.equals("false")) {
      throw ProblemException.badRequest(
          "bad-compare", "the query parameter compare is true or false, not " + compare);
    }
    return accepted(views.of(rebuilds.swap(number, compare.equals("true"))));
  }

  @DELETE
  @Path("/{generation}")
  @Operation(
      summary = "Removes a generation that does not serve",
      description = "One that is being built too. 409 for the one that serves.")
  @APIResponse(responseCode = "204", description = "it is gone")
  public void delete(@PathParam("generation") String generation) {
    rebuilds.drop(number(generation));
  }

  private static RestResponse<GenerationView> accepted(GenerationView view) {
    return RestResponse.ResponseBuilder.<GenerationView>create(RestResponse.Status.ACCEPTED, view)
        .location(URI.create("/v1/indexes/" + view.generation()))
        .build();
  }

  private static int number(String text) {
    if (text.matches("[1-9]\\d{0,8}")) {
      return Integer.parseInt(text);
    }
    throw ProblemException.badRequest(
        "bad-generation", "\"" + text + "\" is no number of a generation, such as 2");
  }
}
