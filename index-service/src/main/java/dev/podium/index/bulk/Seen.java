package dev.podium.index.bulk;

/**
 * Which writing of a document was read, as Elasticsearch numbers them, so that it is replaced only
 * where nobody has written it since.
 */
public record Seen(long seqNo, long primaryTerm) {}
