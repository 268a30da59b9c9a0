package dev.podium.gateway.erasure;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An erasure as administrators see it, for the API's description: ingest-service has it, and its
 * answers go through as they are.
 */
@Schema(name = "Erasure")
record ErasureView(
    String id,
    @Schema(enumeration = {"under-way", "done"}) String state,
    String page,
    String url,
    String source,
    @Schema(nullable = true, description = "Null where the page was erased as a whole")
        String exchange,
    @Schema(description = "Ids of the exchanges that an erased page had") List<String> exchanges,
    ErasureRequest.Reason reason,
    @Schema(nullable = true) String reference,
    @Schema(description = "Who demanded it, for example `key:ID`") String by,
    Instant at,
    @Schema(nullable = true, description = "The page's last revision, which says that it is erased")
        Integer revision,
    @Schema(description = "Revisions that lost what they held") int revisions,
    @Schema(description = "Bodies that were deleted, since no other page has them") int bodies,
    @Schema(nullable = true, description = "Records of briefings that were taken out or rewritten")
        Integer records,
    @Schema(nullable = true) Instant rewrittenAt,
    @Schema(nullable = true) Instant doneAt,
    @Schema(description = "Whether searches have followed; of one erasure alone, not in lists")
        Boolean indexed) {

  /** Some of them. */
  @Schema(name = "ErasureList")
  record Page(
      List<ErasureView> items,
      long total,
      boolean totalExact,
      @Schema(nullable = true) String next) {}
}
