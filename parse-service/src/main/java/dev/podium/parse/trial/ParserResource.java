package dev.podium.parse.trial;

import dev.podium.parse.briefing.ParserRelease;
import dev.podium.parse.dialect.Dialects;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What reads the pages. */
@Path("/v1/parser")
@Tag(name = "parse")
@Produces(MediaType.APPLICATION_JSON)
class ParserResource {

  private final Dialects dialects;

  ParserResource(Dialects dialects) {
    this.dialects = dialects;
  }

  /**
   * The parser.
   *
   * @param release the last three digits of a briefing's version
   */
  public record ParserView(int release, List<String> dialects) {}

  @GET
  @Operation(summary = "The parser's release and the dialects that it knows")
  public ParserView parser() {
    return new ParserView(ParserRelease.NUMBER, dialects.ids());
  }
}
