package dev.podium.index.bulk;

/** What became of one document. */
public sealed interface BulkOutcome {

  /** It is written, or was there before. */
  record Done() implements BulkOutcome {}

  /** Something else is there, which stays: a higher version, or not what was read. */
  record Conflict() implements BulkOutcome {}

  /** It was not written for a reason that passes. */
  record Retry(String reason) implements BulkOutcome {}

  /** Elasticsearch will never take it. */
  record Rejected(String reason) implements BulkOutcome {}

  BulkOutcome DONE = new Done();
  BulkOutcome CONFLICT = new Conflict();
}
