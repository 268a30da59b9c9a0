package dev.podium.gateway.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Feeds of searches. */
@Path("/v1")
@Tag(name = "Exchanges")
@RunOnVirtualThread
public class FeedResource {

  private final Feeds feeds;

  FeedResource(Feeds feeds) {
    this.feeds = feeds;
  }

  @GET
  @Path("exchanges.atom")
  @Produces(AtomWriter.TYPE)
  @Operation(
      operationId = "feedAtom",
      summary = "Follow a search as an Atom feed",
      description =
          "What a search finds, newest first (RFC 4287; `next` leads on as RFC 5005 has it). An"
              + " entry's id is the exchange's permalink; `updated` is when its page was fetched,"
              + " `published` the beginning of the briefing's day. Also at `/v1/exchanges` with"
              + " `Accept: application/atom+xml`.")
  @APIResponse(
      responseCode = "200",
      description = "The feed",
      content =
          @Content(mediaType = AtomWriter.TYPE, schema = @Schema(implementation = String.class)))
  public Response atom(@Context UriInfo uri, @Context Request request) {
    return feeds.atom(uri, request);
  }

  @GET
  @Path("exchanges.feed.json")
  @Produces(JsonFeed.TYPE)
  @Operation(
      operationId = "feedJson",
      summary = "Follow a search as a JSON Feed",
      description =
          "The same as the Atom feed, as JSON Feed 1.1. Also at `/v1/exchanges` with `Accept:"
              + " application/feed+json`.")
  @APIResponse(
      responseCode = "200",
      description = "The feed",
      content =
          @Content(mediaType = JsonFeed.TYPE, schema = @Schema(implementation = JsonFeed.class)))
  public Response json(@Context UriInfo uri, @Context Request request) {
    return feeds.json(uri, request);
  }
}
