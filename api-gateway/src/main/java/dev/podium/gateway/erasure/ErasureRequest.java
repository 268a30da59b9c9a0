package dev.podium.gateway.erasure;

import dev.podium.gateway.http.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A demand that something is taken away. */
@Schema(description = "Either `page` or `exchange`, and why")
public record ErasureRequest(
    @Schema(description = "Id or address of the page that is taken away", nullable = true)
        String page,
    @Schema(
            description = "Id of the exchange that is taken out of its page",
            nullable = true,
            examples = Ids.SAMPLE_EXCHANGE)
        String exchange,
    Reason reason,
    @Schema(
            description = "For example a file number, 1 to 200 characters; operators see it",
            nullable = true)
        String reference) {

  /** Why. */
  public record Reason(
      @Schema(
              description = "Everybody who asks for what was erased sees it",
              enumeration = {"copyright", "court-order", "other", "privacy", "wrong-import"})
          String kind,
      @Schema(description = "1 to 2000 characters; operators see it") String text) {}
}
