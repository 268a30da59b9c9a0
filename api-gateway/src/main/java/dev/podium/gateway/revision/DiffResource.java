package dev.podium.gateway.revision;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.gateway.exchange.ExchangeDocument;
import dev.podium.gateway.exchange.Exchanges;
import dev.podium.gateway.http.Ids;
import dev.podium.gateway.http.PublicAddress;
import dev.podium.gateway.offset.OffsetParameters;
import dev.podium.gateway.offset.Utf16;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.kit.diff.Differences;
import dev.podium.kit.diff.WordDiff;
import dev.podium.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What was changed in an exchange, word by word. */
@Path("/v1/exchanges/{id}/diff")
@Tag(name = "Revisions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DiffResource {

  private final Exchanges exchanges;
  private final History history;
  private final PublicAddress address;
  private final Utf16 utf16;

  DiffResource(Exchanges exchanges, History history, PublicAddress address, Utf16 utf16) {
    this.exchanges = exchanges;
    this.history = history;
    this.address = address;
    this.utf16 = utf16;
  }

  @GET
  @Operation(
      operationId = "diffExchange",
      summary = "Compare two revisions of an exchange",
      description =
          "What differs, and which words: without parameters, what the last edit changed."
              + " `removed` are stretches of the text in `before`, `added` of the one in `after`,"
              + " in code points unless `offsets` asks for others.")
  public RestResponse<RevisionDiff> diff(
      @Parameter(description = "Id of the exchange", example = Ids.SAMPLE_EXCHANGE) @PathParam("id")
          String id,
      @Context UriInfo request) {
    Parameters parameters = new Parameters(request.getQueryParameters(), DiffParameters.ALL);
    Optional<Long> from = parameters.version(DiffParameters.FROM);
    Optional<Long> to = parameters.version(DiffParameters.TO);
    parameters.check();
    ExchangeDocument exchange = exchanges.get(id);
    RevisionDocument after =
        to.map(version -> history.get(id, version.toString()))
            .or(() -> history.newest(id))
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "no-such-revision", "exchange " + id + " has no revision yet"));
    RevisionDocument before =
        from.map(version -> history.get(id, version.toString()))
            .or(() -> history.lastOther(after))
            .orElse(null);
    String revisions =
        address.base(request.getRequestUri()) + "/v1/exchanges/" + id + "/revisions/";
    RevisionDiff diff =
        diff(before, after, exchange.briefing().language(), side -> side(side, revisions));
    return RestResponse.ResponseBuilder.ok(
            OffsetParameters.isUtf16(parameters)
                ? diff.told(inUtf16(before), inUtf16(after))
                : diff)
        .header("Cache-Control", "no-cache")
        .build();
  }

  private Exchange inUtf16(RevisionDocument revision) {
    return revision == null
        ? null
        : utf16.exchange(
            revision.exchange(),
            revision.briefingId(),
            history.briefing(revision).map(Briefing::revision).orElse(null));
  }

  private static RevisionDiff diff(
      RevisionDocument before,
      RevisionDocument after,
      String language,
      Function<RevisionDocument, RevisionDiff.Side> side) {
    Exchange was = before == null ? null : before.exchange();
    return new RevisionDiff(
        after.id(),
        before == null ? null : side.apply(before),
        side.apply(after),
        was == null ? List.of() : Differences.of(was, after.exchange()),
        was,
        after.exchange(),
        WordDiff.of(was, after.exchange(), language));
  }

  private static RevisionDiff.Side side(RevisionDocument revision, String revisions) {
    return new RevisionDiff.Side(
        revision.version(),
        revision.fetchedAt(),
        revision.recordedAt(),
        revisions + revision.version());
  }
}
