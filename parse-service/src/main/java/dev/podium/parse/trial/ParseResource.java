package dev.podium.parse.trial;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.topic.Limits;
import dev.podium.kit.offset.CodeUnits;
import dev.podium.kit.offset.Utf16Exchanges;
import dev.podium.kit.problem.BodyLimit;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.PageFacts;
import dev.podium.parse.dialect.Dialects;
import dev.podium.parse.page.BodyDecoder;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads a page that a caller sends, and publishes nothing. */
@Path("/v1/parse")
@Tag(name = "parse")
class ParseResource {

  private static final Set<String> TYPES =
      Set.of("text/html", "text/plain", "text/markdown", "application/xhtml+xml");

  private final BriefingParser parser;
  private final TrialFacts facts;

  ParseResource(BriefingParser parser, Dialects dialects) {
    this.parser = parser;
    this.facts = new TrialFacts(dialects);
  }

  @POST
  @Blocking
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Reads a page and answers its briefing",
      description =
          "The body is the page: text/html, application/xhtml+xml, text/plain or text/markdown, at"
              + " most 10 MiB. Nothing is stored or published.")
  @APIResponse(
      responseCode = "200",
      description = "The briefing; with a rejection if the page is none",
      content = @Content(schema = @Schema(implementation = Briefing.class)))
  @APIResponse(responseCode = "400", description = "A parameter is missing or wrong")
  @APIResponse(responseCode = "404", description = "There is no such dialect")
  @APIResponse(responseCode = "413", description = "The body is larger than 10 MiB")
  @APIResponse(responseCode = "415", description = "The body is of another type")
  public byte[] parse(
      @BeanParam ParseRequest request,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
      InputStream page)
      throws IOException {
    if (type == null || !TYPES.contains(type.getType() + '/' + type.getSubtype())) {
      throw new ProblemException(
          Problem.of(
              415,
              "unsupported-media-type",
              "the Content-Type is "
                  + (type == null ? "missing" : type)
                  + "; a page is text/html, application/xhtml+xml, text/plain or text/markdown"));
    }
    boolean isUtf16 = isUtf16(request.offsets);
    byte[] body = BodyLimit.read(page, Limits.BODY_BYTES);
    PageFacts known = facts.of(request, type, capturedAt(request.capturedAt), body);
    Briefing briefing = parser.parse(body, known);
    return EventJson.write(isUtf16 ? inUtf16(briefing, body, known) : briefing);
  }

  private static boolean isUtf16(String offsets) {
    if (offsets != null && !offsets.equals("codepoint") && !offsets.equals("utf16")) {
      throw ProblemException.badRequest(
          "invalid-offsets", "the query parameter offsets is codepoint or utf16, not " + offsets);
    }
    return "utf16".equals(offsets);
  }

  private static Briefing inUtf16(Briefing briefing, byte[] body, PageFacts known) {
    CodeUnits units = CodeUnits.of(BodyDecoder.decode(body, known.charset()).text());
    return briefing.with(
        briefing.exchanges().stream().map(e -> Utf16Exchanges.of(e, units)).toList(),
        Utf16Exchanges.leftovers(briefing.leftovers(), units),
        briefing.erased());
  }

  private static Instant capturedAt(String header) {
    if (header == null || header.isBlank()) {
      return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
    try {
      return ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          "invalid-time", "the header Memento-Datetime is no HTTP date: " + header);
    }
  }
}
