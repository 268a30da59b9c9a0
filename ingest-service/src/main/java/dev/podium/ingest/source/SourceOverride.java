package dev.podium.ingest.source;

import java.time.Instant;

/**
 * What was changed about a source over REST.
 *
 * @param declaration in YAML or JSON; null where the file's stands
 * @param changedBy the address that the change came from
 */
record SourceOverride(
    String id,
    String declaration,
    KnownSource.State state,
    long version,
    String changedBy,
    Instant changedAt) {}
