package dev.podium.gateway.feed;

import dev.podium.gateway.http.Alternates;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The same feeds at the address of the search, for those who ask by {@code Accept}. */
@Path("/v1/exchanges")
@RunOnVirtualThread
public class NegotiatedFeeds {

  private final Feeds feeds;

  NegotiatedFeeds(Feeds feeds) {
    this.feeds = feeds;
  }

  @GET
  @Produces(AtomWriter.TYPE + "; qs=0.5")
  @Operation(hidden = true)
  public Response atom(@Context UriInfo uri, @Context Request request) {
    return Alternates.varying(feeds.atom(uri, request));
  }

  @GET
  @Produces(JsonFeed.TYPE + "; qs=0.5")
  @Operation(hidden = true)
  public Response json(@Context UriInfo uri, @Context Request request) {
    return Alternates.varying(feeds.json(uri, request));
  }
}
