package dev.podium.index.bulk;

import java.util.List;

/** Carries one bulk request. */
interface BulkTransport {

  /**
   * Sends documents in one request and waits; an outcome for each, in the same order.
   *
   * @throws RefusedException if the request as a whole is what Elasticsearch does not take
   */
  List<BulkOutcome> send(List<BulkItem> request);

  /** Elasticsearch does not take the request, now or later. */
  final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
      super(reason);
    }
  }
}
