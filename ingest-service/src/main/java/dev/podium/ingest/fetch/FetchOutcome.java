package dev.podium.ingest.fetch;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What came of one request. Redirects are not followed. */
public sealed interface FetchOutcome {

  /**
   * A body.
   *
   * @param etag as received, or null
   * @param lastModified as received, or null
   * @param contentType as received, or null
   * @param headers as received, in their order
   * @param body decompressed
   */
  // Handed on once and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Fetched(
      int status,
      String etag,
      String lastModified,
      String contentType,
      List<Map.Entry<String, String>> headers,
      byte[] body)
      implements FetchOutcome {}

  /** What the validators name is still there. */
  record NotModified() implements FetchOutcome {}

  /** It is elsewhere; the address is absolute. */
  record Moved(int status, String address) implements FetchOutcome {}

  /**
   * There is no such page: 404 or 410.
   *
   * @param headers as received, in their order
   */
  record Missing(int status, List<Map.Entry<String, String>> headers) implements FetchOutcome {

    public Missing {
      headers = List.copyOf(headers);
    }
  }

  /**
   * The server asks for patience: 429 or 503.
   *
   * @param retryAfter as the server asks, or null
   */
  record Throttled(int status, Duration retryAfter) implements FetchOutcome {}

  /** Another status that is no success. */
  record Unwelcome(int status) implements FetchOutcome {}

  /** We do not take it: a forbidden address, too large a body, an encoding that we did not ask. */
  record Refused(String reason) implements FetchOutcome {}

  /** It did not work this time: no such host, no connection, TLS, a broken or too slow answer. */
  record Failed(String reason) implements FetchOutcome {}
}
