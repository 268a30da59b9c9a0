package dev.podium.index.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.identity.Versions;

/**
 * The document of an exchange that was erased on demand: that it was, and nothing of what it said.
 *
 * @param version of the moment when it was demanded
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ErasedExchange(
    String id, long version, Status status, Origin briefing, Stub exchange) {

  /** Outranks every version of a document, so that none brings an exchange back. */
  public static final long RANK = (1L << 53) - 1;

  /** The briefing that it was of, with the same version. */
  public record Origin(String id, long version) {}

  /** What is left; readers of exchanges want a number. */
  public record Stub(String id, int ordinal, Erased erased) {}

  /** The document of an exchange. */
  public static ErasedExchange of(String briefingId, Erased erased) {
    String id = erased.exchangeId();
    long version = Versions.of(erased.at(), 0);
    return new ErasedExchange(
        id, version, Status.ERASED, new Origin(briefingId, version), new Stub(id, 0, erased));
  }
}
