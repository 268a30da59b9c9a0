package dev.podium.gateway.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a stranger who has only the address finds the rest. */
@Path("/")
public class IndexResource {

  private final PublicAddress address;

  IndexResource(PublicAddress address) {
    this.address = address;
  }

  /** The beginnings of the API. */
  record Index(String name, Map<String, String> links) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Index json(@Context UriInfo request) {
    return new Index("Podium", links(request));
  }

  @GET
  @Produces("text/html; charset=utf-8; qs=0.5")
  @Operation(hidden = true)
  public String html(@Context UriInfo request) {
    String items =
        links(request).entrySet().stream()
            .map(
                link ->
                    "<li><a href=\"%s\">%s</a>\n".formatted(path(link.getValue()), link.getKey()))
            .collect(Collectors.joining());
    return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Podium</title>
        <h1>Podium</h1>
        <p>Government briefings as questions and answers.
        <ul>
        %s</ul>
        </html>
        """
        .formatted(items);
  }

  private Map<String, String> links(UriInfo request) {
    String base = address.base(request.getRequestUri());
    Map<String, String> links = new LinkedHashMap<>();
    links.put("exchanges", base + "/v1/exchanges");
    links.put("briefings", base + "/v1/briefings");
    links.put("spokespersons", base + "/v1/spokespersons");
    links.put("outlets", base + "/v1/outlets");
    links.put("changes", base + "/v1/changes");
    links.put("stream", base + "/v1/stream");
    links.put("sources", base + "/v1/sources");
    links.put("docs", base + "/docs");
    links.put("openapi", base + "/openapi");
    links.put("health", base + "/q/health");
    return links;
  }

  // Relative, so that nothing of the request's own Host gets into the page.
  private static String path(String link) {
    return link.substring(link.indexOf('/', link.indexOf("://") + 3));
  }
}
